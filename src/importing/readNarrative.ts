import type { SectionKey, TableKey } from '../formats/types.ts'
import { readContact, readPeriod } from './readPreamble.ts'
import { readSignature } from './readSignature.ts'
import type { Signature } from './readSignature.ts'
import { readSubsections } from './readSubsections.ts'
import { readTitle, titleFromText } from './readTitle.ts'
import { isTableText } from './recogniseTables.ts'
import type { PlacedHeading } from './sections.ts'
import type { Block, ImportedReport, ImportedSection, Unread } from './types.ts'

type Line = Extract<Block, { type: 'line' }>

export type Narrative = Pick<
  ImportedReport,
  | 'organizationName'
  | 'year'
  | 'title'
  | 'period'
  | 'contact'
  | 'signedOn'
  | 'preamble'
  | 'sections'
  | 'unread'
>

export interface NarrativeSource {
  readonly blocks: readonly Block[]
  readonly headings: readonly PlacedHeading[]
  /** The tables that were found; where one is missing, its remains in the text are set aside. */
  readonly tables: readonly TableKey[]
  /** The title element of a page. */
  readonly documentTitle?: string | undefined
}

/** Reads all that is not a table: title, preamble, sections, signature. */
export function readNarrative({ blocks, headings, ...source }: NarrativeSource): Narrative {
  const start = readStart(linesOf(blocks.slice(0, headings[0]?.index)), source.documentTitle)
  const parts = headings.map((heading, i) =>
    readPart(heading, blocks.slice(heading.index, headings[i + 1]?.index), source.tables),
  )
  const { rest, organ, signedOn, line } = signatureOf(parts.at(-1))
  const sections = parts.map(({ heading, lines }, i): ImportedSection => {
    const texts = i === parts.length - 1 ? rest : lines.map(({ text }) => text)
    return { key: heading.key, heading: heading.heading, ...readSubsections(texts) }
  })
  const organizationName = organOf(start.about.organizationName, organ)
  return {
    ...start.about,
    ...(organizationName === undefined ? {} : { organizationName }),
    ...(signedOn === undefined ? {} : { signedOn }),
    preamble: start.preamble,
    sections,
    unread: [
      ...start.unread,
      ...parts.flatMap(({ setAside }) => setAside),
      ...(organ === undefined || organ === organizationName
        ? []
        : [{ ...line, text: organ, reason: '落款机关与标题中的机关不同，以标题为准' }]),
    ],
  }
}

interface Part {
  readonly heading: PlacedHeading
  readonly lines: readonly Line[]
  readonly setAside: readonly Unread[]
}

/** The lines of a section; where its table is missing, without the remains of the table. */
function readPart(
  heading: PlacedHeading,
  blocks: readonly Block[],
  tables: readonly TableKey[],
): Part {
  const line = blocks[0]?.line ?? 1
  const runOn: Line[] = heading.rest ? [{ type: 'line', text: heading.rest, line }] : []
  const lines = [...runOn, ...linesOf(blocks.slice(1))]
  const isRemains = ({ text }: Line) => isMissingTable(heading.key, tables) && isTableText(text)
  return {
    heading,
    lines: lines.filter((candidate) => !isRemains(candidate)),
    setAside: lines
      .filter(isRemains)
      .map((found) => unreadLine(found, '未能识别的表格内容，未导入')),
  }
}

function signatureOf(last: Part | undefined): Signature & { line?: { line: number } } {
  const signature = readSignature(last?.lines.map(({ text }) => text) ?? [])
  const at = last?.lines.at(signature.rest.length)?.line
  return at === undefined ? signature : { ...signature, line: { line: at } }
}

/**
 * The signature has the full name (营丘镇人民政府 for 营丘镇); but a government's report signed by its
 * office stays the government's.
 */
function organOf(inTitle: string | undefined, signed: string | undefined): string | undefined {
  const signedByOffice =
    inTitle !== undefined && /(?:政府|委员会|管委会)$/.test(inTitle) && signed?.startsWith(inTitle)
  return signedByOffice ? inTitle : (signed ?? inTitle)
}

const linesOf = (blocks: readonly Block[]): Line[] =>
  blocks.filter((block) => block.type === 'line')

const unreadLine = ({ line, text }: Line, reason: string): Unread => ({ line, text, reason })

const tableSections: Partial<Record<SectionKey, TableKey>> = {
  disclosure: 'disclosure',
  applications: 'applications',
  disputes: 'disputes',
}

function isMissingTable(section: SectionKey, found: readonly TableKey[]): boolean {
  const table = tableSections[section]
  return table !== undefined && !found.includes(table)
}

interface Start {
  readonly about: Omit<Narrative, 'preamble' | 'sections' | 'unread' | 'signedOn'>
  readonly preamble: string[]
  readonly unread: Unread[]
}

/** Reads what stands before section 一. */
function readStart(lines: readonly Line[], documentTitle: string | undefined): Start {
  const { title: printed, above, next } = readTitle(lines.map(({ text }) => text))
  const ofDocument = documentTitle === undefined ? undefined : titleFromText(documentTitle)
  const title = printed ?? ofDocument
  const preamble = lines.slice(next).map(({ text }) => text)
  const text = preamble.join('')
  const period = readPeriod(text)
  const contact = readContact(text)
  const year = title?.year ?? ofDocument?.year ?? Number(period?.from.slice(0, 4) ?? NaN)
  const organ = title?.organ ?? ofDocument?.organ
  return {
    about: {
      ...(organ === undefined ? {} : { organizationName: organ }),
      ...(Number.isNaN(year) ? {} : { year }),
      ...(title ? { title: title.title } : {}),
      ...(period ? { period } : {}),
      ...(contact ? { contact } : {}),
    },
    preamble,
    unread: above.flatMap((index) => {
      const line = lines[index]
      return line ? [unreadLine(line, '标题之前的文字，未导入')] : []
    }),
  }
}
