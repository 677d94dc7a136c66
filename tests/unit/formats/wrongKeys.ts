import { disputesTable, sections, terms } from '../../../src/formats/shared.ts'
import { defineFormat } from '../../../src/formats/types.ts'

/**
 * Forms that must not compile. Every marked line is an error to the compiler; were it to accept
 * one, the mark itself would be the error.
 */

const tables = { disclosure: disputesTable, applications: disputesTable, disputes: disputesTable }
const head = { key: 'any', label: '任一', citation: '', sections }
const rule = {
  rule: 'any.rule',
  authority: 'arithmetic',
  table: 'disputes',
  along: 'columns',
  relation: '=',
  total: terms(['total']),
  parts: terms(['upheld', 'corrected']),
  statement: '',
} as const

export const right = () => defineFormat({ ...head, tables, rules: [rule] })

export const wrongTotal = () =>
  defineFormat({
    ...head,
    tables,
    // @ts-expect-error no column has this key
    rules: [{ ...rule, total: terms(['totl']) }],
  })

export const wrongPart = () =>
  defineFormat({
    ...head,
    tables,
    // @ts-expect-error no column has this key
    rules: [{ ...rule, parts: terms(['upheld', 'corected']) }],
  })

export const rowForColumn = () =>
  defineFormat({
    ...head,
    tables,
    // @ts-expect-error a key of a row where the rule runs along columns
    rules: [{ ...rule, total: terms(['reconsideration']) }],
  })

export const wrongLine = () =>
  defineFormat({
    ...head,
    tables,
    // @ts-expect-error no row has this key
    rules: [{ ...rule, only: ['litigation'] }],
  })

export const wrongTable = () =>
  defineFormat({
    ...head,
    tables,
    // @ts-expect-error no form has this table
    rules: [{ ...rule, table: 'dispute' }],
  })
