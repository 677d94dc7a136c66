import { subsectionNumber } from '../../src/narrative/numerals.ts'
import type { ImportedReport } from '../../src/importing/types.ts'
import { escapeHtml } from '../../src/publication/escapeHtml.ts'
import type { ReportContent } from '../../src/publication/types.ts'
import { reportContent, section } from './publications.ts'

const htmlOf = (paragraphs: readonly string[]): string =>
  paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('')

/** @returns an imported report as publishing would freeze it, without a database */
export function importedContent(report: ImportedReport): ReportContent {
  const { organizationName: name = '某机关', year = 2021, format, tables } = report
  const content = reportContent({ name, year, format, tables })
  return {
    ...content,
    preamble: report.preamble.join('\n'),
    signature: { name, date: report.signedOn ?? null },
    disclosureFigures: { total: report.disclosureFigures.total, channels: [] },
    sections: content.sections.map((part) => {
      const found = report.sections.find(({ key }) => key === part.key)
      const children = (found?.children ?? []).map(({ heading, paragraphs }, i) =>
        section(`${part.key}.${i + 1}`, subsectionNumber(i + 1) + heading, htmlOf(paragraphs)),
      )
      const paragraphs = found?.paragraphs ?? []
      return { ...part, html: htmlOf(paragraphs), text: paragraphs.join('\n'), children }
    }),
  }
}
