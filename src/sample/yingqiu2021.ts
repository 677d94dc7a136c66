import type { ImportedReport } from '../importing/types.ts'
import { tablesWith } from './cells.ts'

/** An invented report of the year after, for an editor to try things on. */
export const yingqiu2021: ImportedReport = {
  organizationName: '营丘镇人民政府',
  year: 2021,
  format: '2021',
  period: { from: '2021-01-01', to: '2021-12-31' },
  contact: { office: '营丘镇人民政府办公室', phone: '0536-6921106' },
  preamble: [
    '（示例数据，供试用）本报告依照《中华人民共和国政府信息公开条例》编制，数据的统计期限为2021年1月1日至2021年12月31日。',
  ],
  sections: [
    {
      key: 'overview',
      heading: '一、总体情况',
      paragraphs: ['2021年，营丘镇围绕群众关切推进政府信息公开，各项工作有序开展。'],
      children: [
        {
          heading: '主动公开',
          paragraphs: [
            '全年主动公开政府信息326条，其中通过政府信息公开专栏公开126条，通过“古都营丘”微信公众号公开200条。',
          ],
        },
        {
          heading: '依申请公开',
          paragraphs: ['全年收到政府信息公开申请14件，办结13件，结转下年度继续办理1件。'],
        },
        { heading: '政府信息管理', paragraphs: ['严格执行先审查、后公开。'] },
        { heading: '平台建设', paragraphs: ['维护政府信息公开专栏，更新公开指南和目录。'] },
        { heading: '监督保障', paragraphs: ['组织业务培训2次。'] },
      ],
    },
    {
      key: 'problems',
      heading: '五、存在的主要问题及改进情况',
      paragraphs: ['公开内容的时效有待提高，下一步将定期检查、及时更新。'],
      children: [],
    },
    {
      key: 'other',
      heading: '六、其他需要报告的事项',
      paragraphs: ['本年度未收取信息处理费。'],
      children: [],
    },
  ],
  tables: tablesWith('2021', {
    disclosure: {
      normativeDocuments: [3, 1, 12],
      licensing: [148],
      penalty: [26],
      coercion: [2],
      fees: [18.871],
    },
    applications: {
      received: [11, 2, 0, 0, 1, 0, 14],
      granted: [6, 1, 0, 0, 0, 0, 7],
      partiallyGranted: [1, 0, 0, 0, 1, 0, 2],
      refusedThirdPartyRights: [1, 0, 0, 0, 0, 0, 1],
      unavailableNotHeld: [2, 0, 0, 0, 0, 0, 2],
      otherRemaining: [0, 1, 0, 0, 0, 0, 1],
      handledTotal: [10, 2, 0, 0, 1, 0, 13],
      carriedOut: [1, 0, 0, 0, 0, 0, 1],
    },
    disputes: { reconsideration: [1, 0, 0, 0, 1], litigationDirect: [0, 0, 0, 1, 1] },
  }),
  channels: [
    { name: '政府信息公开专栏', kind: 'website' },
    { name: '“古都营丘”微信公众号', kind: 'wechat' },
  ],
  disclosureFigures: {
    total: 326,
    channels: [
      { name: '政府信息公开专栏', count: 126 },
      { name: '“古都营丘”微信公众号', count: 200 },
    ],
  },
  unread: [],
}
