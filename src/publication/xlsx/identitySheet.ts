import { rangeRef, type WriteSheet } from 'hucre/xlsx'
import { formatOf } from '../../formats/index.ts'
import type { TableKey } from '../../formats/types.ts'
import type { Identity } from '../../reconciliation/identities.ts'
import { judge, type Reading } from '../../reconciliation/reading.ts'
import { reportAddresses } from '../addresses.ts'
import type { Publication } from '../types.ts'
import { identitiesWithin } from './checks.ts'
import { blankWord, holds, sideFormula, verdictFormula, verdictOf } from './formulas.ts'
import type { Formula, Locate } from './formulas.ts'
import { wordsOf } from './identityWords.ts'
import { putLastYear } from './lastYear.ts'
import { putOpening } from './opening.ts'
import { pageOf } from './page.ts'
import { markVerdicts, SheetGrid, type Place } from './SheetGrid.ts'
import { columnHead, computed, number, subtitle, text } from './styles.ts'

const heads = ['序号', '性质', '关系', '表', '行或列', '左边', '右边', '结论'] as const
const widths = [6, 14, 46, 14, 36, 13, 13, 12]
const [left, right, verdict] = [5, 6, 7] as const

export interface IdentitySheetInput {
  publication: Publication
  /** The tables that the workbook has. */
  tables: readonly TableKey[]
  reading: Reading
  locate: Locate
  /** The public address of the site. */
  baseUrl: string
}

/** Every identity of the form in one list, proved again by the formulas of the sheet. */
export function identitySheet(input: IdentitySheetInput): WriteSheet {
  const { publication, tables, reading } = input
  const { format } = publication.content
  const grid = new SheetGrid()
  const columns = heads.length
  const identities = tables.flatMap((key) => [...identitiesWithin(format, key).values()].flat())
  const top = putOpening(grid, publication, '勾稽关系核对', columns)
  const first = top + 2
  const summary = summaryOf(identities, reading, first)
  grid.put({ row: top, column: 0 }, summary, subtitle, { columns })
  heads.forEach((value, column) => grid.put({ row: top + 1, column }, { value }, columnHead))
  const places = identities.map((identity, i) => putRow(grid, input, identity, first + i, i + 1))
  const across = putLastYear(grid, input, first + identities.length + 1)
  putOrigin(grid, input, across.bottom + 1)
  return {
    name: '勾稽关系',
    ...grid.sheet(widths.map((width) => ({ width }))),
    conditionalRules: markVerdicts([...places, ...across.places]),
    freezePane: { rows: first },
    ...pageOf(publication, first, 'landscape'),
  }
}

function putRow(
  grid: SheetGrid,
  { publication, reading, locate }: IdentitySheetInput,
  identity: Identity,
  row: number,
  value: number,
): Place {
  const { total, parts } = identity
  const { actual, expected } = judge(identity, reading)
  const words = wordsOf(formatOf(publication.content.format), identity)
  grid.put({ row, column: 0 }, { value }, number)
  words.forEach((value, i) => grid.put({ row, column: 1 + i }, { value }, text))
  grid.put({ row, column: left }, sideFormula(total, actual, locate), computed)
  grid.put({ row, column: right }, sideFormula(parts, expected, locate), computed)
  const place = { row, column: verdict }
  grid.put(place, verdictFormula(identity, reading, locate), computed)
  return place
}

/** One line that counts the verdicts. */
function summaryOf(
  identities: readonly Identity[],
  reading: Reading,
  first: number,
): Formula | { value: string } {
  if (identities.length === 0) return { value: '本表没有表内的勾稽关系。' }
  const range = rangeRef(first, verdict, first + identities.length - 1, verdict)
  const counted = (word: string) => `COUNTIF(${range},"${word}")`
  const verdicts = identities.map((identity) => verdictOf(identity, reading))
  const [blank, different] = [
    verdicts.filter((one) => one === blankWord).length,
    verdicts.filter((one) => typeof one === 'number').length,
  ]
  const held = verdicts.length - blank - different
  return {
    formula:
      `"共${verdicts.length}项关系：成立"&(${counted(holds['='])}+${counted(holds['<='])})&"项，` +
      `有差额"&COUNT(${range})&"项，有未填"&${counted(blankWord)}&"项。"`,
    formulaResult: `共${verdicts.length}项关系：成立${held}项，有差额${different}项，有未填${blank}项。`,
  }
}

/** Where the figures are from, so that a printed sheet can be held against what is public. */
function putOrigin(grid: SheetGrid, { publication, baseUrl }: IdentitySheetInput, row: number) {
  const { content, digest, revision } = publication
  const { self } = reportAddresses(baseUrl, content.organization.slug, content.year)
  const lines = [
    '说明：各表的数字是公布的原数，不由公式算出；蓝字是公式，对原数重新核对。结论为“平”或“符合”即关系成立，为数字即左边减右边的差额。',
    `来源：${self} ，第${revision}次发布，内容摘要（SHA-256）${digest}`,
  ]
  lines.forEach((value, i) =>
    grid.put({ row: row + i, column: 0 }, { value }, subtitle, { columns: heads.length }),
  )
}
