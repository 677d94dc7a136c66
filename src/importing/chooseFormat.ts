import { prescribedFormat } from '../formats/index.ts'
import type { FormatKey } from '../formats/index.ts'
import { lettersOf } from './plainText.ts'
import { looksLikeValue } from './readCell.ts'
import type { PrintedTables } from './recogniseTables.ts'

const disclosureMarks: readonly { readonly form: '2019' | '2021'; readonly texts: RegExp }[] = [
  {
    form: '2021',
    texts: /本年制发件?数|本年废止件?数|现行有效件?数|本年处理决定数量|本年收费金额/,
  },
  { form: '2019', texts: /本年新制作数量|对外公开总数量|上一年项目数量|本年增减|采购/ },
]

/**
 * Chooses the form by the rows that the file has; the year decides only where no table tells.
 * @param year the report year, when it is known
 */
export function chooseFormat(tables: PrintedTables, year: number | undefined): FormatKey {
  const disclosure = disclosureForm(tables)
  const other = otherRows(tables)
  if (disclosure === '2019') return '2019'
  if (disclosure === '2021') return other === 'single' ? '2021-single-other' : '2021'
  if (other === 'three') return '2021'
  const prescribed = (year === undefined ? undefined : prescribedFormat(year)) ?? '2021'
  if (other === 'single') return prescribed === '2021' && year ? '2021-single-other' : '2019'
  return prescribed
}

function disclosureForm({ disclosure = [] }: PrintedTables): '2019' | '2021' | undefined {
  const text = disclosure.map(({ cells }) => cells.map(lettersOf).join(' ')).join(' ')
  const counts = disclosureMarks.map(({ form, texts }) => ({
    form,
    count: text.match(new RegExp(texts, 'g'))?.length ?? 0,
  }))
  const [best, second] = counts.sort((a, b) => b.count - a.count)
  return best && best.count > (second?.count ?? 0) ? best.form : undefined
}

/** Whether （六）其他处理 is one row of figures or is broken down below it. */
function otherRows({ applications = [] }: PrintedTables): 'single' | 'three' | undefined {
  const rows = applications.map(({ cells }) => cells)
  const inThree = rows.some((cells) =>
    cells.some((cell) => /逾期(?:不补正|未按收费|不缴费|未缴费)|^3其他$/.test(lettersOf(cell))),
  )
  if (inThree) return 'three'
  const single = rows.some((cells) => {
    const at = cells.findIndex((cell) => /^六?其他处理$/.test(lettersOf(cell)))
    return (
      at >= 0 && cells.slice(at + 1).every((cell) => cell.trim() === '' || looksLikeValue(cell))
    )
  })
  return single ? 'single' : undefined
}
