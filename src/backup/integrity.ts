import { digestOf } from '../publication/canonical.ts'
import type { ReportContent } from '../publication/types.ts'
import { sha256 } from './digests.ts'
import type { Document } from './neutral.ts'

const checks: Record<string, (document: Document) => boolean> = {
  publications: ({ content, digest }) =>
    digestOf(JSON.parse(content as string) as ReportContent) === digest,
  'published-images': ({ name, data }) =>
    (name as string).split('.')[0] === sha256(Buffer.from(data as string, 'base64')),
}

/** @returns whether what carries a digest of its own still has it */
export function isIntact(collection: string, document: Document): boolean {
  try {
    return checks[collection]?.(document) ?? true
  } catch {
    return false
  }
}
