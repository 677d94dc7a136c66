import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { chineseDate } from '../chineseDate.ts'
import { correctionNotice } from '../correctionNotice.ts'
import type { Publication, PublishedSection, ReportContent } from '../types.ts'
import { xmlText } from '../xmlText.ts'
import { fontTable } from './fonts.ts'
import { margins, page } from './measures.ts'
import { Pictures, type PictureFiles } from './pictures.ts'
import { framed, linesOf, RichText, type WordBlock } from './richText.ts'
import { settled } from './settle.ts'
import { numbering, styles } from './styles.ts'
import { officialTable } from './tables.ts'

/**
 * A report in the look of the official paper document, for Word and WPS.
 * @param files the pictures of the text
 * @returns the same bytes for the same publication
 */
export async function wordDocument(
  publication: Publication,
  files: PictureFiles = new Map(),
): Promise<Buffer> {
  const { content, revision, publishedAt } = publication
  const { name } = content.organization
  const document = new Document({
    title: xmlText(content.title),
    subject: '政府信息公开工作年度报告',
    creator: xmlText(name),
    lastModifiedBy: xmlText(name),
    keywords: xmlText(`${name},政府信息公开,年度报告,${content.year}年`),
    revision,
    styles,
    numbering,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: page, margin: margins } },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: childrenOf(publication, files),
      },
    ],
  })
  return settled(await Packer.toBuffer(document, undefined, [fontTable]), publishedAt)
}

/** On the outer side of the page, a character from the edge. */
const pageNumber = (alignment: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'PageNumber',
        alignment,
        indent: { [alignment]: 280 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })

function childrenOf(publication: Publication, files: PictureFiles): WordBlock[] {
  const { content } = publication
  const text = new RichText(new Pictures(content.images ?? [], files))
  const corrected = correctionNotice(publication)
  return [
    ...(corrected ? [new Paragraph({ style: 'CorrectionNotice', text: xmlText(corrected) })] : []),
    ...titleOf(content),
    ...linesOf(content.preamble),
    ...content.sections.flatMap((section) => sectionOf(content, section, text)),
    ...signatureOf(content),
  ]
}

/** The organ's name has a line of its own, as on paper, and an empty line stands below. */
function titleOf({ title, organization: { name } }: ReportContent): Paragraph[] {
  const rest = title.startsWith(name) ? title.slice(name.length) : ''
  const lines = rest ? [name, rest] : [title]
  const children = lines.map(
    (line, i) => new TextRun({ text: xmlText(line), ...(i > 0 ? { break: 1 } : {}) }),
  )
  return [new Paragraph({ heading: HeadingLevel.TITLE, children }), new Paragraph({})]
}

const sectionOf = (
  content: ReportContent,
  section: PublishedSection,
  text: RichText,
): WordBlock[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_1, text: xmlText(section.heading) }),
  ...text.blocksOf(section, section === content.sections.at(-1) && section.children.length === 0),
  ...(section.table ? framed(officialTable(content, section.table)) : []),
  ...section.children.flatMap((child) => [
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: xmlText(child.heading) }),
    ...text.blocksOf(child, child === content.sections.at(-1)?.children.at(-1)),
  ]),
]

function signatureOf({ signature: { name, date } }: ReportContent): Paragraph[] {
  const day = chineseDate(date)
  const line = (text: string, keepNext: boolean) =>
    new Paragraph({ style: 'Signature', text: xmlText(text), keepNext })
  return [
    new Paragraph({ keepNext: true }),
    new Paragraph({ keepNext: true }),
    line(name, day !== ''),
    ...(day ? [line(day, false)] : []),
  ]
}
