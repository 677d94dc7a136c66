import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cellRefsOf, findColumn } from '../../../src/formats/cells.ts'
import { formatOf } from '../../../src/formats/index.ts'
import { applyPatch, checkPatch } from '../../../src/formats/patch.ts'
import type { TablesPatch } from '../../../src/formats/types.ts'
import { balancedTables } from '../../support/balancedTables.ts'

const format = formatOf('2021')
const check = (json: string) => checkPatch(format, JSON.parse(json))

describe('checkPatch', () => {
  it.each<[string, TablesPatch]>([
    ['{}', {}],
    ['{"applications":{}}', {}],
    ['{"applications":{"received":{}}}', {}],
    [
      '{"applications":{"received":{"naturalPerson":3,"total":null}},"disclosure":{"fees":{"amount":0.5}}}',
      {
        applications: { received: { naturalPerson: 3, total: null } },
        disclosure: { fees: { amount: 0.5 } },
      },
    ],
  ])('takes %s', (json, patch) => {
    expect(check(json)).toEqual({ patch, problems: [] })
  })

  it('takes −0 for what it is', () => {
    const { patch } = check('{"disputes":{"reconsideration":{"total":-0}}}')
    expect(Object.is(patch.disputes?.reconsideration?.total, 0)).toBe(true)
  })

  it.each([
    ['null', 'tables', 'tables 应为以名称为键的对象'],
    ['[]', 'tables', 'tables 应为以名称为键的对象'],
    ['"x"', 'tables', 'tables 应为以名称为键的对象'],
    ['{"disputes":3}', 'tables.disputes', 'tables.disputes 应为以名称为键的对象'],
    [
      '{"disputes":{"reconsideration":[1]}}',
      'tables.disputes.reconsideration',
      'tables.disputes.reconsideration 应为以名称为键的对象',
    ],
    ['{"fees":{}}', 'tables.fees', '没有“fees”这张表'],
    ['{"__proto__":{"a":1}}', 'tables.__proto__', '没有“__proto__”这张表'],
    ['{"constructor":{}}', 'tables.constructor', '没有“constructor”这张表'],
    [
      '{"applications":{"other":{"total":1}}}',
      'tables.applications.other',
      '依申请公开表没有“other”这一行',
    ],
    [
      '{"applications":{"__proto__":{"total":1}}}',
      'tables.applications.__proto__',
      '依申请公开表没有“__proto__”这一行',
    ],
    [
      '{"disclosure":{"fees":{"issued":1}}}',
      'tables.disclosure.fees.issued',
      '主动公开表“行政事业性收费”行没有“issued”这一列',
    ],
    [
      '{"applications":{"received":{"__proto__":1}}}',
      'tables.applications.received.__proto__',
      '依申请公开表“一、本年新收政府信息公开申请数量”行没有“__proto__”这一列',
    ],
    [
      '{"applications":{"received":{"naturalPerson":-3}}}',
      'tables.applications.received.naturalPerson',
      '依申请公开表“一、本年新收政府信息公开申请数量”行“自然人”列的值-3是负数，应为不小于 0 的数',
    ],
    [
      '{"applications":{"received":{"total":"3"}}}',
      'tables.applications.received.total',
      '依申请公开表“一、本年新收政府信息公开申请数量”行“总计”列的值“3”不是数字；未填写请留空',
    ],
  ])('refuses %s', (json, path, message) => {
    expect(check(json)).toEqual({ patch: {}, problems: [{ path, message }] })
  })

  it('tells of every problem, and keeps the rest apart', () => {
    const { patch, problems } = check(
      '{"disputes":{"reconsideration":{"total":1.5,"upheld":2}},"x":1,"applications":7}',
    )
    expect(patch).toEqual({ disputes: { reconsideration: { upheld: 2 } } })
    expect(problems.map(({ path }) => path)).toEqual([
      'tables.disputes.reconsideration.total',
      'tables.x',
      'tables.applications',
    ])
  })

  it('never throws, and lets nothing through that is not a cell of the form', () => {
    const keys = fc.constantFrom(
      'applications',
      'disclosure',
      'received',
      'fees',
      'total',
      'amount',
      '__proto__',
      'constructor',
    )
    const hostile = fc.letrec<{ body: unknown }>((tie) => ({
      body: fc.oneof(
        { depthSize: 'medium' },
        fc.anything({ withBigInt: true, withNullPrototype: true }),
        fc.array(fc.tuple(keys, tie('body'))).map((entries) => Object.fromEntries(entries)),
      ),
    })).body
    fc.assert(
      fc.property(hostile, (body) => {
        const { patch } = checkPatch(format, body)
        for (const [table, rows] of Object.entries(patch)) {
          for (const [row, cells] of Object.entries(rows)) {
            for (const column of Object.keys(cells)) {
              const ref = cellRefsOf(format).find((cell) => cell.table === table)
              expect(ref && findColumn(format, { ...ref, row, column })).toBeDefined()
            }
          }
        }
      }),
      { numRuns: 500 },
    )
    expect(Object.prototype).not.toHaveProperty('total')
  })
})

describe('applyPatch', () => {
  const tables = balancedTables(format, () => 1)

  it('puts the new cells in place of the old, blanks too', () => {
    const patched = applyPatch(tables, {
      applications: { received: { business: 9, total: null } },
      disclosure: { fees: { amount: 0 } },
    })
    expect(patched).toEqual({
      ...tables,
      applications: {
        ...tables.applications,
        received: { ...tables.applications.received, business: 9, total: null },
      },
      disclosure: { ...tables.disclosure, fees: { amount: 0 } },
    })
  })

  it('changes neither the tables nor the patch', () => {
    const before = structuredClone(tables)
    const patch = { disputes: { reconsideration: { total: 7 } } }
    applyPatch(tables, patch)
    expect(tables).toEqual(before)
    expect(patch).toEqual({ disputes: { reconsideration: { total: 7 } } })
  })

  it('fills in a row that is missing', () => {
    const { disclosure, applications } = tables
    const patched = applyPatch(
      { disclosure, applications, disputes: {} },
      { disputes: { reconsideration: { total: 7 } } },
    )
    expect(patched.disputes).toEqual({ reconsideration: { total: 7 } })
  })
})
