import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Refusal } from './Refusal.ts'
import { sealing } from './seal.ts'

/**
 * Writes a compressed, sealed file that only its owner can read, for it holds passwords' hashes.
 * Under its name there is a whole file or none.
 * @returns its length in bytes
 */
export async function writeFile(file: string, lines: AsyncGenerator<string>): Promise<number> {
  const partial = `${file}.partial`
  await rm(partial, { force: true }) // of a backup that was killed
  try {
    const onDisk = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true })
    await pipeline(Readable.from(lines), createGzip(), sealing(), onDisk)
    await rename(partial, file)
    return await settled(file)
  } finally {
    await rm(partial, { force: true })
  }
}

/** The name is on the disk only once its folder is. */
async function settled(file: string): Promise<number> {
  const handle = await open(file)
  const { size } = await handle.stat()
  await handle.close()
  const folder = await open(path.dirname(file)).catch(() => undefined)
  await folder?.sync().catch(() => undefined) // not every system lets a folder be synchronised
  await folder?.close()
  return size
}

/** @throws {Refusal} when there is such a file already */
export function refuseExisting(file: string): void {
  if (!existsSync(file)) return
  throw new Refusal(
    `文件已存在：${file}。请换一个文件名，或加 --force 覆盖`,
    'the file exists: choose another name, or overwrite it with --force',
  )
}
