import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { chooseCoding } from './contentCoding.ts'
import type { Coding } from './contentCoding.ts'
import { inMemory } from './Bodies.ts'
import type { Body, BodyStore } from './Bodies.ts'
import { compress } from './compress.ts'
import { isNotModified } from './preconditions.ts'
import type { Validators } from './preconditions.ts'

/** One body for all, or one for each coding. */
type CodedBodies = Body | Readonly<Record<Coding, Body>>

export interface RepresentationInput {
  body: string | Buffer
  /** With charset where it is text. */
  type: string
  /** When the content last changed. */
  modified: Date
  cacheControl: string
  /** Such as Content-Disposition. */
  headers?: OutgoingHttpHeaders
  /** Whether the body is as small as it gets, as pictures are. */
  isCompressed?: boolean
}

/**
 * A publication may be corrected or withdrawn at any minute, and the old bytes must not live on in
 * a cache between. So everybody may keep them, but asks each time; mostly the answer is a 304.
 */
export const revalidated = 'public, max-age=0, must-revalidate'

/** Lists may be a few seconds old. */
export const brief = 'public, max-age=5'

/** Headers that every answer to a read carries, problems included. */
export const openHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Last-Modified, Content-Disposition',
  'X-Content-Type-Options': 'nosniff',
} as const

/** In the form that node:http writes without looking anything up: names and values in turn. */
const raw = (headers: OutgoingHttpHeaders): readonly string[] =>
  Object.entries(headers).flatMap(([name, value]) => [name, String(value)])

const openRaw = raw(openHeaders)
const noHeaders: readonly string[] = []

/**
 * A resource ready to be sent: little is left to do per request but to choose. There are very many,
 * so only what differs is kept; putting the headers together costs less than remembering them.
 */
export class Representation {
  readonly #type: string
  readonly #cacheControl: string
  readonly #headers: readonly string[]
  readonly #tag: string
  /** Milliseconds, whole seconds. */
  readonly #modifiedAt: number
  readonly #modified: string
  readonly #bodies: CodedBodies

  /** @param tag tells bodies apart */
  constructor(
    { type, modified, cacheControl, headers }: Omit<RepresentationInput, 'body'>,
    tag: string,
    bodies: CodedBodies,
  ) {
    this.#type = type
    this.#cacheControl = cacheControl
    this.#headers = headers ? raw(headers) : noHeaders
    this.#tag = tag
    this.#modifiedAt = Math.floor(modified.getTime() / 1000) * 1000
    this.#modified = modified.toUTCString()
    this.#bodies = bodies
  }

  /** Whether its bytes are no longer to be had. */
  get isGone(): boolean {
    return this.body('identity').isGone
  }

  /** The codings that there are: what is as small as it gets has but one. */
  coding(wanted: Coding): Coding {
    return 'br' in this.#bodies ? wanted : 'identity'
  }

  body(coding: Coding): Body {
    return 'br' in this.#bodies ? this.#bodies[coding] : this.#bodies
  }

  /** A strong validator tells bytes apart, so each coding has its own. */
  validators(coding: Coding): Validators {
    const etag = coding === 'identity' ? `"${this.#tag}"` : `"${this.#tag}-${coding}"`
    return { etag, lastModified: this.#modifiedAt }
  }

  /** The headers of a 304. */
  headers({ etag }: Validators): string[] {
    return [
      ...openRaw,
      ...['ETag', etag, 'Last-Modified', this.#modified],
      ...['Cache-Control', this.#cacheControl, 'Vary', 'Accept-Encoding'],
    ]
  }

  /** The headers of the body in a coding. */
  bodyHeaders(coding: Coding, { length }: Body): string[] {
    return [
      ...['Content-Type', this.#type, 'Content-Length', String(length)],
      ...(coding === 'identity' ? noHeaders : ['Content-Encoding', coding]),
      ...this.#headers,
    ]
  }
}

/**
 * Prepares the bytes in every coding, off the main thread.
 * @param store where they are kept; in memory unless given
 */
export async function prepare(
  input: RepresentationInput,
  store: BodyStore = inMemory,
): Promise<Representation> {
  const plain = typeof input.body === 'string' ? Buffer.from(input.body) : input.body
  const tag = createHash('sha256').update(plain).digest().toString('hex', 0, 16)
  if (input.isCompressed) {
    return new Representation(input, tag, store.keep({ identity: plain }).identity)
  }
  const { br, gzip } = await compress(plain)
  return new Representation(input, tag, store.keep({ br, gzip, identity: plain }))
}

/** Answers a GET or HEAD with the representation, or with 304. */
export function send(
  req: IncomingMessage,
  res: ServerResponse,
  representation: Representation,
): void {
  const coding = representation.coding(chooseCoding(req.headers['accept-encoding']))
  const validators = representation.validators(coding)
  const headers = representation.headers(validators)
  if (isNotModified(req.headers, validators)) {
    res.writeHead(304, headers)
    res.end()
    return
  }
  const body = representation.body(coding)
  headers.push(...representation.bodyHeaders(coding, body))
  res.writeHead(200, headers)
  if (req.method === 'HEAD') res.end()
  else body.end(res)
}

export const jsonType = 'application/json; charset=utf-8'
