import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { blankTables, cellRefsOf } from '../../../src/formats/cells.ts'
import { formatOf, formats } from '../../../src/formats/index.ts'
import type { CellRef, Format } from '../../../src/formats/types.ts'
import { copyBlock } from '../../../src/sheet/copyBlock.ts'
import { rangeBetween } from '../../../src/sheet/neighbour.ts'
import { editOf, planPaste } from '../../../src/sheet/planPaste.ts'
import { readClipboard } from '../../../src/sheet/readClipboard.ts'
import { Sheet } from '../../../src/sheet/Sheet.ts'
import type { TypedCell } from '../../../src/sheet/typedCell.ts'
import { cellAt } from '../../support/balancedTables.ts'
import { domOf } from '../../support/domOf.ts'

const blankSheet = (format: Format) =>
  new Sheet(format, { revision: 1, tables: blankTables(format) })

const anyValue = fc.oneof(
  fc.constant<TypedCell>(null),
  fc.nat(9_999_999_999),
  fc.integer({ min: -500, max: -1 }),
  fc.nat(999_999_999).map((value) => value / 1_000_000),
  fc.constantFrom('十二', '3 5', 'x"y', '<b>', '第一行\n第二行', 'a & b'),
)

const anyCopy = fc
  .record({ format: fc.constantFrom<Format>(...formats), labels: fc.boolean() })
  .chain(({ format, labels }) => {
    const cells = cellRefsOf(format)
    return fc.record({
      format: fc.constant(format),
      labels: fc.constant(labels),
      values: fc.array(anyValue, { minLength: cells.length, maxLength: cells.length }),
      a: fc.constantFrom(...cells),
      b: fc.constantFrom(...cells),
    })
  })

describe('cells copied and pasted back', () => {
  it.each(['text', 'html'] as const)('as %s, come out as they were', (flavour) => {
    fc.assert(
      fc.property(anyCopy, ({ format, labels, values, a, b }) => {
        const sheet = blankSheet(format)
        const changes = cellRefsOf(format).map((cell, i) => ({ cell, value: values[i] ?? null }))
        sheet.apply({ label: '输入', changes })
        const range = rangeBetween(format, a, b)
        const copied = copyBlock(sheet, range, { labels })
        const [at] = range as [CellRef]
        const other = blankSheet(format)
        const block = readClipboard({ [flavour]: copied[flavour] }, domOf)
        const plan = planPaste(other, block, at)
        other.apply(editOf(plan))
        expect(plan.ignored).toEqual([])
        expect(other.changes()).toEqual(
          sheet.changes().filter(({ cell }) => range.some((one) => isSame(one, cell))),
        )
      }),
      { numRuns: 100 },
    )
  })
})

const isSame = (one: CellRef, other: CellRef) =>
  one.table === other.table && one.row === other.row && one.column === other.column

describe('what others get', () => {
  const format = formatOf('2021')
  const sheet = blankSheet(format)
  sheet.apply({
    label: '输入',
    changes: [
      { cell: cellAt('applications.carriedIn.naturalPerson'), value: 1 },
      { cell: cellAt('applications.granted.business'), value: 0 },
      { cell: cellAt('disputes.reconsideration.total'), value: 3 },
    ],
  })
  const range = (a: string, b: string) => rangeBetween(format, cellAt(a), cellAt(b))
  const square = range('applications.carriedIn.naturalPerson', 'applications.granted.business')

  it('is text with tabs and a plain table', () => {
    expect(copyBlock(sheet, square)).toEqual({
      text: '1\t\r\n\t0',
      html: '<table><tbody><tr><td>1</td><td></td></tr><tr><td></td><td>0</td></tr></tbody></table>',
    })
  })

  it('is with labels, when wanted', () => {
    expect(copyBlock(sheet, square, { labels: true }).text.split('\r\n')).toEqual([
      '\t\t自然人\t商业企业',
      '二、上年结转政府信息公开申请数量\t\t1\t',
      '三、本年度办理结果\t（一）予以公开\t\t0',
    ])
    const row = range('disputes.reconsideration.pending', 'disputes.litigationDirect.upheld')
    expect(copyBlock(sheet, row, { labels: true }).text.split('\r\n')).toEqual([
      '行政复议\t\t行政诉讼',
      '\t\t未经复议直接起诉',
      '尚未审结\t总计\t结果维持',
      '\t3\t',
    ])
  })

  it('is nothing for no cells', () => {
    expect(copyBlock(sheet, [])).toEqual({ text: '', html: '' })
  })
})
