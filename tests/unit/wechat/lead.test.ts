import { expect, it } from '@jest/globals'
import { leadOf } from '../../../src/wechat/lead.ts'
import type { ContentOptions } from '../../support/publications.ts'
import { reportContent } from '../../support/publications.ts'

const applications = (
  received: number,
  carriedIn: number,
  handled: number,
  carriedOut: number,
) => ({
  applications: {
    received: { total: received },
    carriedIn: { total: carriedIn },
    handledTotal: { total: handled },
    carriedOut: { total: carriedOut },
  },
})

it.each<[string, ContentOptions, string, string]>([
  [
    'figures',
    {
      tables: {
        ...applications(17, 2, 16, 3),
        disputes: {
          reconsideration: { total: 1 },
          litigationDirect: { total: 1 },
          litigationAfterReconsideration: { total: 2 },
        },
      },
    },
    '主动公开政府信息120条；收到政府信息公开申请17件，上年结转2件，办结16件，结转下年度3件。',
    '因政府信息公开工作发生的案件：行政复议1件，行政诉讼3件。',
  ],
  [
    'zeros',
    { total: 0 },
    '未主动公开政府信息；未收到政府信息公开申请，也没有上年结转的申请。',
    '没有因政府信息公开工作发生行政复议和行政诉讼。',
  ],
  [
    'carried in only',
    { total: null, tables: applications(0, 2, 2, 0) },
    '未收到政府信息公开申请，上年结转2件，办结2件，没有结转下年度的申请。',
    '没有因政府信息公开工作发生行政复议和行政诉讼。',
  ],
  [
    'blanks',
    { fill: null, total: null },
    '政府信息公开申请的数据未填报。',
    '行政复议、行政诉讼的数据未填报。',
  ],
  [
    'some blanks',
    { fill: null, total: null, tables: { applications: { received: { total: 1 } } } },
    '收到政府信息公开申请1件，上年结转数未填报，办结数未填报，结转下年度数未填报。',
    '行政复议、行政诉讼的数据未填报。',
  ],
])('the lead tells the year in plain words: %s', (_, options, first, second) => {
  expect(leadOf(reportContent(options))).toEqual([`2021年，柳河镇人民政府${first}`, second])
})
