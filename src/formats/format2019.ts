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
  terms,
} from './shared.ts'
import { defineFormat } from './types.ts'

const itemColumns = [
  { key: 'previousItems', label: '上一年项目数量', type: 'count' },
  { key: 'change', label: '本年增/减', type: 'signed' },
] as const
const decisionColumns = [
  ...itemColumns,
  { key: 'decisions', label: '处理决定数量', type: 'count' },
] as const

/** The form for report years 2019 and 2020 (国办公开办函〔2019〕60号). */
export const format2019 = defineFormat({
  key: '2019',
  label: '2019年格式（2019、2020年度）',
  citation: '国办公开办函〔2019〕60号',
  reportYears: { from: 2019, to: 2020 },
  sections,
  tables: {
    disclosure: {
      label: '主动公开表',
      layout: 'stacked',
      rowHeading: '信息内容',
      groups: [
        {
          heading: '第二十条第（一）项',
          columns: [
            { key: 'newlyMade', label: '本年新制作数量', type: 'count' },
            { key: 'newlyDisclosed', label: '本年新公开数量', type: 'count' },
            { key: 'totalDisclosed', label: '对外公开总数量', type: 'count' },
          ],
          rows: [
            { key: 'regulations', labels: ['规章'] },
            { key: 'normativeDocuments', labels: ['规范性文件'] },
          ],
        },
        {
          heading: '第二十条第（五）项',
          columns: decisionColumns,
          rows: [
            { key: 'licensing', labels: ['行政许可'] },
            { key: 'otherServices', labels: ['其他对外管理服务事项'] },
          ],
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
          columns: itemColumns,
          rows: [{ key: 'fees', labels: ['行政事业性收费'] }],
        },
        {
          heading: '第二十条第（九）项',
          columns: [
            { key: 'projects', label: '采购项目数量', type: 'count' },
            { key: 'amount', label: '采购总金额', type: 'money', unit: '元' },
          ],
          rows: [{ key: 'procurement', labels: ['政府集中采购'] }],
        },
      ],
    },
    applications: applicationsTable(singleOtherRow),
    disputes: disputesTable,
  },
  rules: [
    balanceRule,
    handledRule(singleOtherRow),
    rowTotalRule,
    disputesTotalRule,
    {
      rule: 'disclosure.newlyDisclosed',
      authority: 'convention',
      table: 'disclosure',
      along: 'columns',
      relation: '<=',
      total: terms(['newlyDisclosed']),
      parts: terms(['totalDisclosed']),
      only: ['regulations', 'normativeDocuments'],
      statement: '本年新公开数量不超过对外公开总数量',
    },
    carriedInRule,
    {
      rule: 'crossYear.items',
      authority: 'convention',
      table: 'disclosure',
      along: 'columns',
      relation: '=',
      total: terms(['previousItems']),
      parts: [
        { key: 'previousItems', lastYear: true },
        { key: 'change', lastYear: true },
      ],
      only: ['licensing', 'otherServices', 'penalty', 'coercion', 'fees'],
      statement: '上一年项目数量等于上一年度报告的项目数量加其增/减',
    },
  ],
})
