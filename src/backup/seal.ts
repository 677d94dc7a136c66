import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { damaged } from './Refusal.ts'

/**
 * The end of a backup: a gzip member of its own with the SHA-256 of all bytes before it. So not one
 * byte can change unseen, not even where gzip itself would not mind, and `zcat` still reads it all.
 */
function sealOf(digest: string): Buffer {
  const seal = gzipSync(`{"sha256":"${digest}"}\n`, { level: 0 })
  seal[9] = 255 // the operating system that compressed it: unknown, so that all write the same
  return seal
}

const sealLength = sealOf('0'.repeat(64)).length

/** Passes bytes on and puts their seal at the end. */
export function sealing(): Transform {
  const hash = createHash('sha256')
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      done(null, sealOf(hash.digest('hex')))
    },
  })
}

/**
 * @returns how many bytes stand before the seal
 * @throws {Refusal} when the seal is not that of the bytes before it
 */
export async function checkSeal(file: string): Promise<number> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const length = size - sealLength
    if (length <= 0) throw damaged('文件不完整')
    const found = Buffer.alloc(sealLength)
    await handle.read(found, 0, sealLength, length)
    if (!found.equals(sealOf(await digestOf(file, length)))) throw damaged('摘要不符或文件不完整')
    return length
  } finally {
    await handle.close()
  }
}

async function digestOf(file: string, length: number): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { end: length - 1 }))
    hash.update(chunk as Buffer)
  return hash.digest('hex')
}
