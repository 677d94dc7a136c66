import {
  applicationsTable,
  balanceRule,
  carriedInRule,
  disputesTable,
  disputesTotalRule,
  handledRule,
  rowTotalRule,
  sections,
  terms,
  threeOtherRows,
} from './shared.ts'
import { defineFormat } from './types.ts'

const decisionColumns = [{ key: 'decisions', label: '本年处理决定数量', type: 'count' }] as const

/** Table 2 of the form of 2021, which the hybrid form shares. */
export const disclosureTable2021 = {
  label: '主动公开表',
  layout: 'stacked',
  rowHeading: '信息内容',
  groups: [
    {
      heading: '第二十条第（一）项',
      columns: [
        { key: 'issued', label: '本年制发件数', type: 'count' },
        { key: 'repealed', label: '本年废止件数', type: 'count' },
        { key: 'inForce', label: '现行有效件数', type: 'count' },
      ],
      rows: [
        { key: 'regulations', labels: ['规章'] },
        { key: 'normativeDocuments', labels: ['行政规范性文件'] },
      ],
    },
    {
      heading: '第二十条第（五）项',
      columns: decisionColumns,
      rows: [{ key: 'licensing', labels: ['行政许可'] }],
    },
    {
      heading: '第二十条第（六）项',
      columns: decisionColumns,
      rows: [
        { key: 'penalty', labels: ['行政处罚'] },
        { key: 'coercion', labels: ['行政强制'] },
      ],
    },
    {
      heading: '第二十条第（八）项',
      columns: [
        { key: 'amount', label: '本年收费金额（单位：万元）', type: 'money', unit: '万元' },
      ],
      rows: [{ key: 'fees', labels: ['行政事业性收费'] }],
    },
  ],
} as const

export const inForceRule = {
  rule: 'crossYear.inForce',
  authority: 'convention',
  table: 'disclosure',
  along: 'columns',
  relation: '=',
  total: terms(['inForce']),
  parts: [{ key: 'inForce', lastYear: true }, { key: 'issued' }, { key: 'repealed', sign: -1 }],
  only: ['regulations', 'normativeDocuments'],
  statement: '现行有效件数等于上一年度现行有效件数加本年制发件数减本年废止件数',
} as const

/** The form from report year 2021 on (国办公开办函〔2021〕30号). */
export const format2021 = defineFormat({
  key: '2021',
  label: '2021年格式（2021年度起）',
  citation: '国办公开办函〔2021〕30号',
  reportYears: { from: 2021 },
  sections,
  tables: {
    disclosure: disclosureTable2021,
    applications: applicationsTable(threeOtherRows),
    disputes: disputesTable,
  },
  rules: [
    balanceRule,
    handledRule(threeOtherRows),
    rowTotalRule,
    disputesTotalRule,
    carriedInRule,
    inForceRule,
  ],
})
