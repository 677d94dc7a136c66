import { createHash } from 'node:crypto'
import { workbook } from '../../src/publication/xlsx/workbook.ts'
import type { Publication } from '../../src/publication/types.ts'
import { publicationOf, reportContent } from './publications.ts'

/**
 * Renders a document, another one, and the first again, and prints a digest of the first and of the
 * last. To be run as a process of its own: `renderTwice.ts KIND DAYS`, as if so many days later.
 */
const [kind = '', days = '0'] = process.argv.slice(2)

const RealDate = Date
const offset = Number(days) * 86_400_000
globalThis.Date = class extends RealDate {
  constructor(...given: unknown[]) {
    super(...((given.length > 0 ? given : [RealDate.now() + offset]) as [number]))
  }
  static override now = () => RealDate.now() + offset
} as DateConstructor

const kinds: Record<string, (publication: Publication) => Promise<Buffer>> = {
  xlsx: (publication) => workbook(publication, 'https://gk.example.gov.cn'),
}

async function main() {
  const render = kinds[kind]
  if (!render) throw new Error(`no kind ${kind}`)
  const publication = publicationOf(reportContent(), { revision: 2, correctionReason: '更正' })
  const first = await render(publication)
  await render(publicationOf(reportContent({ year: 2019, slug: 'donghe' })))
  for (const bytes of [first, await render(publication)]) {
    console.log(createHash('sha256').update(bytes).digest('hex'))
  }
}
void main()
