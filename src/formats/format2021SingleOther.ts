import { disclosureTable2021, inForceRule } from './format2021.ts'
import {
  applicationsTable,
  balanceRule,
  carriedInRule,
  disputesTable,
  disputesTotalRule,
  handledRule,
  rowTotalRule,
  sections,
  singleOtherRow,
} from './shared.ts'
import { defineFormat } from './types.ts'

/**
 * Not a form of its own in any notice, but in real use: the tables of 2021 with the single row
 * 三（六）其他处理 of 2019. Never a default; chosen by hand or by the importer from the rows it finds.
 */
export const format2021SingleOther = defineFormat({
  key: '2021-single-other',
  label: '2021年格式（“其他处理”不分项）',
  citation: '国办公开办函〔2021〕30号',
  sections,
  tables: {
    disclosure: disclosureTable2021,
    applications: applicationsTable(singleOtherRow),
    disputes: disputesTable,
  },
  rules: [
    balanceRule,
    handledRule(singleOtherRow),
    rowTotalRule,
    disputesTotalRule,
    carriedInRule,
    inForceRule,
  ],
})
