import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { chooseCoding, codings } from './contentCoding.ts'
import type { Coding } from './contentCoding.ts'
import { isNotModified } from './preconditions.ts'
import type { Validators } from './preconditions.ts'

/** The bytes of one resource in one coding, with every header ready. */
interface Variant extends Validators {
  body: Buffer
  headers: OutgoingHttpHeaders
  notModifiedHeaders: OutgoingHttpHeaders
}

/** A resource ready to be sent: nothing is left to do per request but to choose. */
export interface Representation {
  variants: Readonly<Record<Coding, Variant>>
  /** Of all variants and headers together, about. */
  bytes: number
}

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

const compress = {
  br: (bytes: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes, { level: 9 }),
  identity: (bytes: Buffer): Promise<Buffer> => Promise.resolve(bytes),
}

/** Prepares the bytes in every coding, off the main thread. */
export async function prepare(input: RepresentationInput): Promise<Representation> {
  const bytes = typeof input.body === 'string' ? Buffer.from(input.body) : input.body
  const tag = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  if (input.isCompressed) return asItIs(variantOf('identity', bytes, tag, input))
  const prepared = await Promise.all(
    codings.map(
      async (coding) =>
        [coding, variantOf(coding, await compress[coding](bytes), tag, input)] as const,
    ),
  )
  const variants = Object.fromEntries(prepared) as Record<Coding, Variant>
  const size = prepared.reduce((sum, [, { body }]) => sum + body.length, 4096)
  return { variants, bytes: size }
}

const asItIs = (only: Variant): Representation => ({
  variants: { br: only, gzip: only, identity: only },
  bytes: only.body.length + 4096,
})

function variantOf(coding: Coding, body: Buffer, tag: string, input: RepresentationInput): Variant {
  // A strong validator tells bytes apart, so each coding has its own.
  const etag = coding === 'identity' ? `"${tag}"` : `"${tag}-${coding}"`
  const notModifiedHeaders = {
    ...openHeaders,
    ETag: etag,
    'Last-Modified': input.modified.toUTCString(),
    'Cache-Control': input.cacheControl,
    Vary: 'Accept-Encoding',
  }
  return {
    body,
    etag,
    lastModified: Math.floor(input.modified.getTime() / 1000) * 1000,
    notModifiedHeaders,
    headers: {
      ...notModifiedHeaders,
      'Content-Type': input.type,
      'Content-Length': body.length,
      ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
      ...input.headers,
    },
  }
}

/** Answers a GET or HEAD with the representation, or with 304. */
export function send(
  req: IncomingMessage,
  res: ServerResponse,
  { variants }: Representation,
): void {
  const variant = variants[chooseCoding(req.headers['accept-encoding'])]
  if (isNotModified(req.headers, variant)) {
    res.writeHead(304, variant.notModifiedHeaders)
    res.end()
    return
  }
  res.writeHead(200, variant.headers)
  res.end(variant.body)
}

export const jsonType = 'application/json; charset=utf-8'
