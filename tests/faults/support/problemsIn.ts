import { blankTables, rowsOf } from '../../../src/formats/cells.ts'
import { formatOf } from '../../../src/formats/index.ts'
import type { Look, SeenPublication, SeenReport } from './look.ts'

/**
 * What must hold whatever happened: no report, publication or import is half done, whoever was
 * killed or came second.
 * @returns what does not, in words; empty when all is well
 */
export function problemsIn({ integrity, reports, publications, orphans }: Look): string[] {
  const sequences = publications.map(({ sequence }) => sequence)
  return [
    ...(integrity === 'ok' ? [] : [`the file is damaged: ${integrity}`]),
    ...orphans.map((id) => `${id} belongs to nothing`),
    ...(new Set(sequences).size === sequences.length ? [] : ['two publications have one number']),
    ...reports.flatMap((report) => [
      ...tableProblems(report),
      ...publicationProblems(
        report,
        publications.filter((publication) => publication.report === report.id),
      ),
    ]),
  ]
}

function tableProblems(report: SeenReport): string[] {
  const { title, format, rows, sections, status, onHold } = report
  const problems: string[] = []
  const expectedRows = rowsOf(formatOf(format)).length
  if (rows !== expectedRows) problems.push(`${rows} rows of ${expectedRows}`)
  if (sections.parts !== 6) problems.push(`${sections.parts} sections of 6`)
  if (status.found !== status.stored) {
    problems.push(`is ${status.found} and is said to be ${status.stored}`)
  }
  if (status.found === 'violated' && !onHold) problems.push('breaks an identity, and no hold')
  return [...problems, ...historyProblems(report)].map((problem) => `${title}: ${problem}`)
}

/** The saves that were written down, one after the other, give the present cells. */
function historyProblems({ format, revision, saves, tables }: SeenReport): string[] {
  const inOrder = [...saves].sort((a, b) => a.revision - b.revision)
  const numbers = inOrder.map((save) => save.revision).join()
  const expected = Array.from({ length: revision }, (_, i) => i + 1).join()
  if (numbers !== expected) return [`revision ${revision}, and saves ${numbers} written down`]
  const replayed = blankTables(formatOf(format))
  for (const { revision: at, changes } of inOrder) {
    for (const { table, row, column, before, after } of changes) {
      const cells = (replayed[table][row] ??= {})
      if ((cells[column] ?? null) !== before) {
        return [`save ${at} was made from other cells: ${table}.${row}.${column}`]
      }
      cells[column] = after
    }
  }
  return isSame(replayed, tables) ? [] : ['its cells are not those of the saves written down']
}

function publicationProblems(report: SeenReport, publications: SeenPublication[]): string[] {
  const { title, stage, publishedRevision, digest, publishedDigests } = report
  const problems: string[] = []
  const currents = publications.filter(({ state }) => state === 'current')
  const revisions = publications.map(({ revision }) => revision).sort((a, b) => a - b)
  const expected = Array.from({ length: publishedRevision }, (_, i) => i + 1)
  if (!isSame(revisions, expected)) {
    problems.push(`published ${publishedRevision} times, and has publications ${revisions.join()}`)
  }
  if (currents.length > 1) problems.push(`${currents.length} current publications`)
  if (publications.filter(({ latest }) => latest).length !== Math.min(publications.length, 1)) {
    problems.push('not one latest publication')
  }
  const isPublic = publishedRevision > 0 && stage !== 'withdrawn' && currents.length === 1
  if (stage === 'published' && !isPublic) problems.push('published, and no current publication')
  if (stage === 'withdrawn' && currents.length > 0) problems.push('withdrawn, and still current')
  if (stage === 'drafting' && publications.length > 0) problems.push('drafting, and published')
  if (stage === 'published' && currents.some((current) => current.digest !== digest)) {
    problems.push('published, and its content is another')
  }
  for (const { digest: stated, recomputed, missingImages, revision } of publications) {
    if (stated !== recomputed) problems.push(`the digest of publication ${revision} is wrong`)
    if (missingImages.length > 0) problems.push(`publication ${revision} misses its images`)
  }
  const written = publications.map((publication) => publication.digest)
  if (!isSame([...publishedDigests].sort(), written.sort())) {
    problems.push('its publications are not those written down')
  }
  return problems.map((problem) => `${title}: ${problem}`)
}

/** Whatever the order of keys. */
export const isSame = (a: unknown, b: unknown): boolean => sorted(a) === sorted(b)

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
