import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { chooseCoding } from './contentCoding.ts'
import type { Coding } from './contentCoding.ts'
import { compress, decompress } from './compress.ts'
import { isNotModified } from './preconditions.ts'
import type { Validators } from './preconditions.ts'

/** The headers of one resource in one coding, as they are written: names and values in turn. */
interface Variant extends Validators {
  headers: string[]
  notModifiedHeaders: string[]
}

/** Keeps bodies that are not compressed, as long as there is room for them. */
export interface PlainBodies {
  get: (of: Representation) => Buffer | undefined
  set: (of: Representation, body: Buffer) => void
}

/** What is not compressed, or compressed both ways. */
type Bodies = { plain: Buffer } | { br: Buffer; gzip: Buffer; plain?: Buffer }

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

/** About what a representation takes besides its bodies. */
const overheadBytes = 3000

/** A resource ready to be sent: little is left to do per request but to choose. */
export class Representation {
  readonly #input: Omit<RepresentationInput, 'body'>
  readonly #bodies: Bodies
  readonly #tag: string
  /** Of the body without compression. */
  readonly #length: number
  readonly #plainBodies: PlainBodies | undefined
  readonly #variants: Partial<Record<Coding, Variant>> = {}

  /** @param plainBodies keeps the body without compression, if `bodies` does not */
  constructor(
    { body: _, ...input }: RepresentationInput,
    bodies: Bodies,
    { tag, length, plainBodies }: { tag: string; length: number; plainBodies?: PlainBodies },
  ) {
    this.#input = input
    this.#bodies = bodies
    this.#tag = tag
    this.#length = length
    this.#plainBodies = plainBodies
  }

  /** Of all that it keeps, about. */
  get bytes(): number {
    const bodies: Buffer[] = Object.values(this.#bodies)
    return bodies.reduce((sum, body) => sum + body.length, overheadBytes)
  }

  /** The codings that there are: what is as small as it gets has but one. */
  coding(wanted: Coding): Coding {
    return 'br' in this.#bodies ? wanted : 'identity'
  }

  body(coding: Coding): Buffer {
    const bodies = this.#bodies
    if (coding !== 'identity' && 'br' in bodies) return bodies[coding]
    return bodies.plain ?? this.#plain(bodies)
  }

  /** The few that are asked for most have it ready; the others are made anew from what is small. */
  #plain(bodies: Bodies): Buffer {
    const ready = this.#plainBodies?.get(this)
    if (ready) return ready
    const body = 'gzip' in bodies ? decompress(bodies.gzip, this.#length) : bodies.plain
    this.#plainBodies?.set(this, body)
    return body
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
      'Content-Length': coding === 'identity' ? this.#length : this.body(coding).length,
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
 * @param plainBodies where the body without compression is kept; in the representation unless given
 */
export async function prepare(
  input: RepresentationInput,
  plainBodies?: PlainBodies,
): Promise<Representation> {
  const plain = typeof input.body === 'string' ? Buffer.from(input.body) : input.body
  const tag = createHash('sha256').update(plain).digest('hex').slice(0, 32)
  const { length } = plain
  if (input.isCompressed) return new Representation(input, { plain }, { tag, length })
  const compressed = await compress(plain)
  if (!plainBodies) return new Representation(input, { ...compressed, plain }, { tag, length })
  const representation = new Representation(input, compressed, { tag, length, plainBodies })
  plainBodies.set(representation, plain)
  return representation
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
  else res.end(representation.body(coding))
}

export const jsonType = 'application/json; charset=utf-8'
