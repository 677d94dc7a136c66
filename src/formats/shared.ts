import type { Column, Row, SectionFormat } from './types.ts'

/** What the forms of 2019 and 2021 have in common, word for word. */

export const sections = [
  { key: 'overview', heading: '一、总体情况' },
  { key: 'disclosure', heading: '二、主动公开政府信息情况', table: 'disclosure' },
  { key: 'applications', heading: '三、收到和处理政府信息公开申请情况', table: 'applications' },
  { key: 'disputes', heading: '四、政府信息公开行政复议、行政诉讼情况', table: 'disputes' },
  { key: 'problems', heading: '五、存在的主要问题及改进情况' },
  { key: 'other', heading: '六、其他需要报告的事项' },
] as const satisfies readonly SectionFormat[]

const organizations = '法人或其他组织'

const applicantColumns = [
  { key: 'naturalPerson', label: '自然人', type: 'count' },
  { key: 'business', label: '商业企业', group: organizations, type: 'count' },
  { key: 'researchInstitute', label: '科研机构', group: organizations, type: 'count' },
  { key: 'publicWelfare', label: '社会公益组织', group: organizations, type: 'count' },
  { key: 'legalService', label: '法律服务机构', group: organizations, type: 'count' },
  { key: 'otherOrganization', label: '其他', group: organizations, type: 'count' },
  { key: 'total', label: '总计', type: 'count' },
] as const satisfies readonly Column[]

const results = '三、本年度办理结果'
const refused = '（三）不予公开'
const unavailable = '（四）无法提供'
const unprocessed = '（五）不予处理'
const other = '（六）其他处理'

const intakeRows = [
  { key: 'received', labels: ['一、本年新收政府信息公开申请数量'] },
  { key: 'carriedIn', labels: ['二、上年结转政府信息公开申请数量'] },
] as const satisfies readonly Row[]

/** The results （一） to （五）; the two forms differ in （六） only. */
const resultRows = [
  { key: 'granted', labels: [results, '（一）予以公开'] },
  {
    key: 'partiallyGranted',
    labels: [results, '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
  },
  { key: 'refusedStateSecret', labels: [results, refused, '1.属于国家秘密'] },
  { key: 'refusedProhibitedByLaw', labels: [results, refused, '2.其他法律行政法规禁止公开'] },
  { key: 'refusedSecurityStability', labels: [results, refused, '3.危及“三安全一稳定”'] },
  { key: 'refusedThirdPartyRights', labels: [results, refused, '4.保护第三方合法权益'] },
  { key: 'refusedInternalAffairs', labels: [results, refused, '5.属于三类内部事务信息'] },
  { key: 'refusedProcessInformation', labels: [results, refused, '6.属于四类过程性信息'] },
  { key: 'refusedEnforcementFiles', labels: [results, refused, '7.属于行政执法案卷'] },
  { key: 'refusedAdministrativeInquiry', labels: [results, refused, '8.属于行政查询事项'] },
  { key: 'unavailableNotHeld', labels: [results, unavailable, '1.本机关不掌握相关政府信息'] },
  { key: 'unavailableNeedsCreation', labels: [results, unavailable, '2.没有现成信息需要另行制作'] },
  { key: 'unavailableUnclear', labels: [results, unavailable, '3.补正后申请内容仍不明确'] },
  { key: 'unprocessedComplaint', labels: [results, unprocessed, '1.信访举报投诉类申请'] },
  { key: 'unprocessedRepeat', labels: [results, unprocessed, '2.重复申请'] },
  { key: 'unprocessedPublication', labels: [results, unprocessed, '3.要求提供公开出版物'] },
  { key: 'unprocessedExcessive', labels: [results, unprocessed, '4.无正当理由大量反复申请'] },
  {
    key: 'unprocessedConfirmation',
    labels: [results, unprocessed, '5.要求行政机关确认或重新出具已获取信息'],
  },
] as const satisfies readonly Row[]

/** （六）其他处理 as the form of 2019 has it: one row. */
export const singleOtherRow = [
  { key: 'other', labels: [results, other] },
] as const satisfies readonly Row[]

/** （六）其他处理 as the form of 2021 has it: three rows. */
export const threeOtherRows = [
  {
    key: 'otherNotCorrected',
    labels: [results, other, '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
  },
  {
    key: 'otherFeeUnpaid',
    labels: [
      results,
      other,
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    ],
  },
  { key: 'otherRemaining', labels: [results, other, '3.其他'] },
] as const satisfies readonly Row[]

const closingRows = [
  { key: 'handledTotal', labels: [results, '（七）总计'] },
  { key: 'carriedOut', labels: ['四、结转下年度继续办理'] },
] as const satisfies readonly Row[]

/** Table 3 with the given rows for （六）其他处理. */
export const applicationsTable = <const R extends Row>(otherRows: readonly R[]) =>
  ({
    label: '依申请公开表',
    layout: 'matrix',
    note: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    columnHeading: '申请人情况',
    groups: [
      {
        columns: applicantColumns,
        rows: [...intakeRows, ...resultRows, ...otherRows, ...closingRows],
      },
    ],
  }) as const

export const disputesTable = {
  label: '复议诉讼表',
  layout: 'sideBySide',
  groups: [
    {
      columns: [
        { key: 'upheld', label: '结果维持', type: 'count' },
        { key: 'corrected', label: '结果纠正', type: 'count' },
        { key: 'otherOutcome', label: '其他结果', type: 'count' },
        { key: 'pending', label: '尚未审结', type: 'count' },
        { key: 'total', label: '总计', type: 'count' },
      ],
      rows: [
        { key: 'reconsideration', labels: ['行政复议'] },
        { key: 'litigationDirect', labels: ['行政诉讼', '未经复议直接起诉'] },
        { key: 'litigationAfterReconsideration', labels: ['行政诉讼', '复议后起诉'] },
      ],
    },
  ],
} as const

/** Turns keys into the terms of a rule. */
export const terms = <const K extends string>(keys: readonly K[]): readonly { key: K }[] =>
  keys.map((key) => ({ key }))

const keysOf = <const K extends string>(lines: readonly { readonly key: K }[]): K[] =>
  lines.map(({ key }) => key)

const applicants = keysOf(applicantColumns)
const applicantParts = applicants.filter(
  (key): key is Exclude<(typeof applicants)[number], 'total'> => key !== 'total',
)

export const balanceRule = {
  rule: 'applications.balance',
  authority: 'statutory',
  table: 'applications',
  along: 'rows',
  relation: '=',
  total: terms(['handledTotal', 'carriedOut']),
  parts: terms(['received', 'carriedIn']),
  statement: '第一项加第二项之和，等于第三项加第四项之和',
} as const

export const rowTotalRule = {
  rule: 'applications.rowTotal',
  authority: 'arithmetic',
  table: 'applications',
  along: 'columns',
  relation: '=',
  total: terms(['total']),
  parts: terms(applicantParts),
  statement: '总计等于各类申请人之和',
} as const

export const disputesTotalRule = {
  rule: 'disputes.total',
  authority: 'arithmetic',
  table: 'disputes',
  along: 'columns',
  relation: '=',
  total: terms(['total']),
  parts: terms(['upheld', 'corrected', 'otherOutcome', 'pending']),
  statement: '总计等于维持、纠正、其他结果与尚未审结之和',
} as const

export const carriedInRule = {
  rule: 'crossYear.carriedIn',
  authority: 'convention',
  table: 'applications',
  along: 'rows',
  relation: '=',
  total: terms(['carriedIn']),
  parts: [{ key: 'carriedOut', lastYear: true }],
  statement: '上年结转数等于上一年度报告的结转下年度数',
} as const

/** （七）总计 over all the results, whichever rows （六） has. */
export const handledRule = <const R extends Row>(otherRows: readonly R[]) =>
  ({
    rule: 'applications.handled',
    authority: 'arithmetic',
    table: 'applications',
    along: 'rows',
    relation: '=',
    total: terms(['handledTotal']),
    parts: terms(
      keysOf<(typeof resultRows)[number]['key'] | R['key']>([...resultRows, ...otherRows]),
    ),
    statement: '第三项的总计等于（一）至（六）各项之和',
  }) as const
