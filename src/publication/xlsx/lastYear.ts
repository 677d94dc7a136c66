import { cellRef } from 'hucre/xlsx'
import { formatOf } from '../../formats/index.ts'
import type { TableKey } from '../../formats/types.ts'
import { identitiesOf, type Identity } from '../../reconciliation/identities.ts'
import { judge } from '../../reconciliation/reading.ts'
import { blankWord, countFormula, holds, rounded, sideFormula, sumFormula } from './formulas.ts'
import type { IdentitySheetInput } from './identitySheet.ts'
import { wordsOf } from './identityWords.ts'
import type { Place, SheetGrid } from './SheetGrid.ts'
import { columnHead, computed, input, number, subtitle, text } from './styles.ts'

const heads = ['序号', '性质', '关系', '表', '行或列', '本年的数', '上年的数', '结论'] as const
const [thisYear, lastYear, verdict] = [5, 6, 7] as const
const toFillIn = '待填'

/**
 * Puts the relations to last year's report: that is another publication, so its figures are left
 * for the reader to fill in, and the verdict follows.
 * @returns the row below, and where the verdicts are
 */
export function putLastYear(
  grid: SheetGrid,
  sheet: IdentitySheetInput,
  top: number,
): { places: Place[]; bottom: number } {
  const identities = acrossYears(sheet.publication.content.format, sheet.tables)
  if (identities.length === 0) return { places: [], bottom: top }
  const value = '与上一年度报告的关系（在黄色格中填入上一年度报告的数，即得结论）'
  grid.put({ row: top, column: 0 }, { value }, subtitle, { columns: heads.length })
  heads.forEach((value, column) => grid.put({ row: top + 1, column }, { value }, columnHead))
  const places = identities.map((identity, i) => putRow(grid, sheet, identity, top + 2 + i, i + 1))
  return { places, bottom: top + 2 + identities.length }
}

function acrossYears(format: string, tables: readonly TableKey[]): Identity[] {
  return identitiesOf(formatOf(format)).conventions.filter(
    ({ rule, parts }) => tables.includes(rule.table) && parts.some(({ lastYear }) => lastYear),
  )
}

function putRow(
  grid: SheetGrid,
  { publication, reading, locate }: IdentitySheetInput,
  identity: Identity,
  row: number,
  value: number,
): Place {
  const { total, rule } = identity
  const own = identity.parts.filter(({ lastYear }) => !lastYear)
  const words = wordsOf(formatOf(publication.content.format), identity)
  grid.put({ row, column: 0 }, { value }, number)
  words.forEach((value, i) => grid.put({ row, column: 1 + i }, { value }, text))
  const { actual } = judge(identity, reading)
  grid.put({ row, column: thisYear }, sideFormula(total, actual, locate), computed)
  grid.put({ row, column: lastYear }, {}, input)
  const typed = cellRef(row, lastYear)
  const expected = [typed, ...(own.length > 0 ? [sumFormula(own, locate)] : [])].join('+')
  const difference = rounded(`${sumFormula(total, locate)}-(${expected.replace('+-', '-')})`)
  const whole = `${countFormula([total, own], locate)}=${total.length + own.length}`
  const judged = `IF(${difference}${rule.relation}0,"${holds[rule.relation]}",${difference})`
  const formula = `IF(ISNUMBER(${typed}),IF(${whole},${judged},"${blankWord}"),"${toFillIn}")`
  const place = { row, column: verdict }
  grid.put(place, { formula, formulaResult: toFillIn }, computed)
  return place
}
