import { Refusal, damaged } from './Refusal.ts'

export const formatVersion = 1

/** The first line of a backup. */
export interface Manifest {
  gongkai: 'backup'
  /** Of the file, not of the reports. */
  format: number
  /** The version of the product that wrote it. */
  product: string
  createdAt: string
  database: 'sqlite' | 'mongodb'
  /** What was counted before reading; the trailer has what was read. */
  documents: Record<string, number>
}

/** The last line of a backup. */
export interface Trailer {
  collections: Record<string, { documents: number; sha256: string }>
  files: number
  /** Files that a document names and the disk does not have. */
  missing: string[]
  /** Over all lines before. */
  sha256: string
}

/**
 * @param product this version of the product
 * @throws {Refusal} when the file is no backup, or one of a version that this one does not read
 */
export function refuseOther(found: unknown, product: string): asserts found is Manifest {
  const manifest = found as Partial<Manifest> | null
  if (manifest?.gongkai !== 'backup') {
    throw new Refusal('这不是公开（Gongkai）的备份文件', 'this is no backup of Gongkai')
  }
  if (typeof manifest.format !== 'number' || typeof manifest.product !== 'string') {
    throw damaged('缺少版本')
  }
  const isNewer = manifest.format > formatVersion || compare(manifest.product, product) > 0
  if (isNewer) {
    throw new Refusal(
      `备份来自更新的版本 ${manifest.product}，本机为 ${product}，请先升级`,
      'the backup is of a newer version: update first',
    )
  }
  if (lineOfReleases(manifest.product) !== lineOfReleases(product)) {
    throw new Refusal(
      `备份来自版本 ${manifest.product}，本机为 ${product}：请先用 ${manifest.product} 恢复到空数据库，再升级`,
      'the backup is of an older line of versions: restore it with that version, then update',
    )
  }
}

const numbersOf = (version: string): number[] => version.split(/[.+-]/).slice(0, 3).map(Number)

function compare(one: string, other: string): number {
  const others = numbersOf(other)
  const differences = numbersOf(one).map((number, at) => number - (others[at] ?? 0))
  return differences.find((difference) => difference !== 0) ?? 0
}

/** Within `1.2.x` fields are only ever added, each with a default. */
const lineOfReleases = (version: string): string => numbersOf(version).slice(0, 2).join('.')
