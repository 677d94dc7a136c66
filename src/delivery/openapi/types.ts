/** As much of OpenAPI 3.1 as we write. */

export type Schema = Readonly<Record<string, unknown>>

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description: string
  schema: Schema
  /** A value that leads somewhere in the sample data. */
  example?: string | number
  style?: 'form'
  explode?: boolean
}

export interface Response {
  description: string
  headers?: Readonly<Record<string, Schema>>
  content?: Readonly<Record<string, { schema: Schema }>>
}

export interface Operation {
  operationId: string
  tags: readonly string[]
  summary: string
  description?: string
  parameters?: readonly Parameter[]
  requestBody?: {
    required: boolean
    content: Readonly<Record<string, { schema: Schema; example?: unknown }>>
  }
  responses: Readonly<Record<string, Response | { $ref: string }>>
  security?: readonly Readonly<Record<string, readonly string[]>>[]
}

export type PathItem = Readonly<Partial<Record<'get' | 'post', Operation>>>

export type Paths = Readonly<Record<string, PathItem>>

export interface Document {
  openapi: '3.1.0'
  info: Readonly<Record<string, unknown>>
  servers: readonly { url: string; description: string }[]
  tags: readonly { name: string; description: string }[]
  paths: Paths
  components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
