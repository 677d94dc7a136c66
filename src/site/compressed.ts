import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A body as it goes over the wire, with the headers that say so. */
export interface Compressed {
  body: Uint8Array<ArrayBuffer>
  headers: Record<string, string>
}

// A page is made for one reader: the highest levels take longer than they spare.
const brotli = (text: string): Promise<Buffer> =>
  promisify(brotliCompress)(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
    },
  })

/** @returns the text in the shortest coding that the reader takes */
export async function compressed(request: Request, text: string): Promise<Compressed> {
  const accepted = request.headers.get('accept-encoding') ?? ''
  const vary = { Vary: 'Accept-Encoding' }
  if (takes(accepted, 'br')) return coded(await brotli(text), { ...vary, 'Content-Encoding': 'br' })
  if (takes(accepted, 'gzip')) {
    return coded(await promisify(gzip)(text), { ...vary, 'Content-Encoding': 'gzip' })
  }
  return coded(Buffer.from(text), vary)
}

const coded = (bytes: Buffer, headers: Record<string, string>): Compressed => ({
  body: new Uint8Array(bytes),
  headers,
})

const takes = (accepted: string, coding: string): boolean =>
  accepted.split(',').some((part) => {
    const [name = '', weight = 'q=1'] = part.split(';').map((word) => word.trim())
    return name.toLowerCase() === coding && !/^q=0(\.0*)?$/.test(weight)
  })
