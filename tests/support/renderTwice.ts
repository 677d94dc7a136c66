import { createHash } from 'node:crypto'
import { wordDocument } from '../../src/publication/docx/wordDocument.ts'
import { workbook } from '../../src/publication/xlsx/workbook.ts'
import type { Publication } from '../../src/publication/types.ts'
import { longReport } from './longReport.ts'
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
  docx: async (publication) => {
    const { files } = await longReport('2021')
    return wordDocument(publication, files)
  },
  xlsx: (publication) => workbook(publication, 'https://gk.example.gov.cn'),
}

async function main() {
  const render = kinds[kind]
  if (!render) throw new Error(`no kind ${kind}`)
  const { publication } = await longReport('2021')
  const first = await render(publication)
  await render(publicationOf(reportContent({ year: 2019, slug: 'donghe' })))
  for (const bytes of [first, await render(publication)]) {
    console.log(createHash('sha256').update(bytes).digest('hex'))
  }
}
void main()
