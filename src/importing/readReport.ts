import { tableKeys } from '../formats/index.ts'
import { decode } from './decode.ts'
import type { DecodedFile, SourceFile } from './decode.ts'
import { readChannels } from './readChannels.ts'
import { readHtml } from './readHtml.ts'
import type { HtmlDocument } from './readHtml.ts'
import { readNarrative } from './readNarrative.ts'
import { readTables } from './readTables.ts'
import { readText } from './readText.ts'
import { recogniseTables } from './recogniseTables.ts'
import { takeResidue } from './residue.ts'
import { placeHeadings, separateInlineHeadings } from './sections.ts'
import type { Block, ImportedReport } from './types.ts'
import { UnreadableFile } from './UnreadableFile.ts'

/**
 * Reads an annual report from a text or HTML file. What finds no place in the report is listed in
 * `unread`; no figure is guessed.
 * @param options.year the report year, where the caller knows better than the file
 * @throws {UnreadableFile} when the file is empty, of an unsupported type, not text, or has neither
 *   a section nor a table of an annual report
 */
export function readReport(file: SourceFile, options: { year?: number } = {}): ImportedReport {
  const document = readDocument(decode(file))
  const residue = takeResidue(document.blocks)
  const { blocks, headings } = withHeadings(residue.blocks)
  const printed = recogniseTables(blocks)
  const found = tableKeys.filter((key) => printed.tables[key])
  if (headings.length === 0 && found.length === 0) {
    throw new UnreadableFile(`“${file.name}”中没有找到年度报告的章节标题和表格`)
  }
  const narrative = readNarrative({
    blocks,
    headings,
    tables: found,
    documentTitle: document.title,
  })
  const year = options.year ?? narrative.year
  const tables = readTables(printed.tables, year)
  const channels = readChannels(narrative)
  return {
    ...narrative,
    ...(year === undefined ? {} : { year }),
    format: tables.format,
    tables: tables.tables,
    channels: channels.channels,
    disclosureFigures: channels.disclosureFigures,
    unread: [residue, printed, narrative, tables, channels]
      .flatMap(({ unread }) => unread)
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  }
}

const readDocument = ({ type, text }: DecodedFile): HtmlDocument =>
  type === 'html' ? readHtml(text) : { blocks: readText(text) }

/** Texts that lost their line breaks have their headings inside the lines. */
function withHeadings(blocks: Block[]) {
  const headings = placeHeadings(blocks)
  if (headings.length > 0) return { blocks, headings }
  const separated = separateInlineHeadings(blocks)
  return { blocks: separated, headings: placeHeadings(separated) }
}
