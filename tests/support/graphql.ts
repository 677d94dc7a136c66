import { GRAPHQL_POST } from '@payloadcms/next/routes'
import type { Booted } from './boot.ts'
import { password, type Office, type PersonKey } from './office.ts'

export interface GraphqlAnswer {
  data?: any
  errors?: { message: string; extensions?: unknown }[]
}

/** Asks Payload's GraphQL endpoint as a person. */
export async function graphql(
  { payload, config }: Booted,
  office: Office,
  person: PersonKey,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<GraphqlAnswer> {
  const { email } = office.people[person]
  const { token } = await payload.login({ collection: 'users', data: { email, password } })
  const response = await GRAPHQL_POST(Promise.resolve(config))(
    new Request('http://localhost/api/graphql', {
      method: 'POST',
      headers: { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    }),
  )
  return (await response.json()) as GraphqlAnswer
}
