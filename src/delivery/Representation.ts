import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { chooseCoding } from './contentCoding.ts'
import type { Coding } from './contentCoding.ts'
import { inMemory } from './Bodies.ts'
import type { Body, BodyStore } from './Bodies.ts'
import { compress } from './compress.ts'
import { isNotModified } from './preconditions.ts'
import type { Validators } from './preconditions.ts'

/** The headers of one resource in one coding, as they are written: names and values in turn. */
interface Variant extends Validators {
  headers: string[]
  notModifiedHeaders: string[]
}

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

/** A resource ready to be sent: little is left to do per request but to choose. */
export class Representation {
  readonly #input: Omit<RepresentationInput, 'body'>
  readonly #tag: string
  readonly #bodies: CodedBodies
  readonly #variants: Partial<Record<Coding, Variant>> = {}

  /** @param tag tells bodies apart */
  constructor({ body: _, ...input }: RepresentationInput, tag: string, bodies: CodedBodies) {
    this.#input = input
    this.#tag = tag
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

  /** Made when the first asks for this coding, then kept. */
  variant(coding: Coding): Variant {
    return (this.#variants[coding] ??= this.#variantOf(coding))
  }

  #variantOf(coding: Coding): Variant {
    const { type, modified, cacheControl, headers } = this.#input
    // A strong validator tells bytes apart, so each coding has its own.
    const etag = coding === 'identity' ? `"${this.#tag}"` : `"${this.#tag}-${coding}"`
    const always: OutgoingHttpHeaders = {
      ...openHeaders,
      ETag: etag,
      'Last-Modified': modified.toUTCString(),
      'Cache-Control': cacheControl,
      Vary: 'Accept-Encoding',
    }
    const withBody: OutgoingHttpHeaders = {
      'Content-Type': type,
      'Content-Length': this.body(coding).length,
      ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
      ...headers,
    }
    return {
      etag,
      lastModified: Math.floor(modified.getTime() / 1000) * 1000,
      notModifiedHeaders: rawHeaders(always),
      headers: rawHeaders({ ...always, ...withBody }),
    }
  }
}

/** In the form that node:http writes without looking anything up. */
const rawHeaders = (headers: OutgoingHttpHeaders): string[] =>
  Object.entries(headers).flatMap(([name, value]) => [name, String(value)])

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
  if (input.isCompressed) return new Representation(input, tag, store.keep(plain))
  const compressed = await compress(plain)
  const [br, gzip] = [store.keep(compressed.br), store.keep(compressed.gzip)]
  const identity = store.keepUnpacked(plain, gzip)
  return new Representation(input, tag, { br, gzip, identity })
}

/** Answers a GET or HEAD with the representation, or with 304. */
export function send(
  req: IncomingMessage,
  res: ServerResponse,
  representation: Representation,
): void {
  const coding = representation.coding(chooseCoding(req.headers['accept-encoding']))
  const variant = representation.variant(coding)
  if (isNotModified(req.headers, variant)) {
    res.writeHead(304, variant.notModifiedHeaders)
    res.end()
    return
  }
  res.writeHead(200, variant.headers)
  if (req.method === 'HEAD') res.end()
  else res.end(representation.body(coding).bytes())
}

export const jsonType = 'application/json; charset=utf-8'
