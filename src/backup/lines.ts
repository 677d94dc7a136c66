import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { damaged } from './Refusal.ts'

/**
 * The lines of a compressed file, one in memory at a time.
 * @param length how many of its bytes belong to them
 * @throws {Refusal} when it cannot be decompressed
 */
export async function* linesIn(file: string, length: number): AsyncGenerator<string> {
  const bytes = createReadStream(file, { end: length - 1 })
  const text = createGunzip()
  bytes.on('error', (error) => text.destroy(error))
  try {
    yield* split(bytes.pipe(text))
  } catch (error) {
    throw damaged('无法解压', { cause: error })
  } finally {
    bytes.destroy()
  }
}

const newline = 0x0a

/** By the line feed alone: other ends of lines may stand within JSON. */
async function* split(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = []
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8')
      rest = []
      from = at + 1
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8')
}
