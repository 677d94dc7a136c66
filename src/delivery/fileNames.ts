import { formatOf } from '../formats/index.ts'
import type { TableKey } from '../formats/types.ts'
import type { Publication } from '../publication/types.ts'

/**
 * What a file of a report is called on the disk of whoever saves it.
 * @param table when it holds one table only
 * @returns a plain name, and one that people read
 */
export function fileNames(
  { content }: Pick<Publication, 'content'>,
  extension: string,
  table?: TableKey,
): [plain: string, readable: string] {
  const { organization, year, title, format } = content
  const part = table
    ? { plain: `-${table}`, readable: `（${formatOf(format).tables[table].label}）` }
    : undefined
  return [
    `${organization.slug}-${year}${part?.plain ?? ''}.${extension}`,
    `${title}${part?.readable ?? ''}.${extension}`,
  ]
}
