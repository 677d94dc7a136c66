/**
 * What numbers in the text can speak of, and the cells that hold the same. A path names a cell,
 * `*` all rows of table 3 that begin so; a reading is the sum of its paths, `-` takes one away.
 * Any reading may hold: 收到 is often the new requests together with those carried in. The first is
 * the one that a finding compares with.
 */
export interface Subject {
  readonly rule: string
  /** Chinese, as findings call it. */
  readonly name: string
  readonly readings: readonly (readonly string[])[]
}

const requests = (row: string, ...others: string[][]): string[][] => [
  [`applications.${row}.total`],
  ...others.map((rows) => rows.map((one) => one.replace(/^(-?)/, '$1applications.') + '.total')),
]

const applicant = (column: string): string[][] => [
  [`applications.received.${column}`],
  [`applications.received.${column}`, `applications.carriedIn.${column}`],
]
const organizations = [
  'business',
  'researchInstitute',
  'publicWelfare',
  'legalService',
  'otherOrganization',
]

const outcome = (name: string, ...rows: string[]): Subject => ({
  rule: 'narrative.outcome',
  name,
  readings: [rows.map((row) => `applications.${row}.total`)],
})

const document = (row: string, name: string, ...columns: string[]): Subject => ({
  rule: 'narrative.documents',
  name,
  readings: columns.map((column) => [`disclosure.${row}.${column}`]),
})

const litigation = ['litigationDirect', 'litigationAfterReconsideration']

const dispute = (owner: string, name: string, rows: readonly string[]) =>
  Object.fromEntries(
    (
      [
        ['total', ''],
        ['upheld', '结果维持'],
        ['corrected', '结果纠正'],
        ['otherOutcome', '其他结果'],
        ['pending', '尚未审结'],
      ] as const
    ).map(([column, result]): [string, Subject] => [
      `${owner}.${column}`,
      {
        rule: owner === 'review' ? 'narrative.review' : 'narrative.litigation',
        name: `${name}${result}`,
        readings: [rows.map((row) => `disputes.${row}.${column}`)],
      },
    ]),
  )

const handled = requests(
  'handledTotal',
  ['received', '-carriedOut'],
  ['handledTotal', '-other*'],
  ['handledTotal', '-unprocessed*', '-other*'],
)

export const subjects: Readonly<Record<string, Subject>> = {
  newlyReceived: {
    rule: 'narrative.received',
    name: '本年新收申请',
    readings: requests('received'),
  },
  received: {
    rule: 'narrative.received',
    name: '收到申请',
    readings: requests('received', ['received', 'carriedIn']),
  },
  processed: {
    rule: 'narrative.received',
    name: '办理申请',
    readings: [...requests('received', ['received', 'carriedIn']), ...handled],
  },
  carriedIn: { rule: 'narrative.carriedIn', name: '上年结转申请', readings: requests('carriedIn') },
  handled: { rule: 'narrative.handled', name: '办结申请', readings: handled },
  carriedOut: {
    rule: 'narrative.carriedOut',
    name: '结转下年度申请',
    readings: requests('carriedOut'),
  },

  'applicant.naturalPerson': {
    rule: 'narrative.applicants',
    name: '自然人申请',
    readings: applicant('naturalPerson'),
  },
  'applicant.organizations': {
    rule: 'narrative.applicants',
    name: '法人或其他组织申请',
    readings: [
      organizations.map((column) => `applications.received.${column}`),
      organizations.flatMap((column) => [
        `applications.received.${column}`,
        `applications.carriedIn.${column}`,
      ]),
    ],
  },
  ...Object.fromEntries(
    [
      ['business', '商业企业申请'],
      ['researchInstitute', '科研机构申请'],
      ['publicWelfare', '社会公益组织申请'],
      ['legalService', '法律服务机构申请'],
    ].map(([column = '', name = '']): [string, Subject] => [
      `applicant.${column}`,
      { rule: 'narrative.applicants', name, readings: applicant(column) },
    ]),
  ),

  'outcome.granted': outcome('予以公开', 'granted'),
  'outcome.grantedAndPartial': outcome('予以公开及部分公开', 'granted', 'partiallyGranted'),
  'outcome.partial': outcome('部分公开', 'partiallyGranted'),
  'outcome.refused': outcome('不予公开', 'refused*'),
  'outcome.unavailable': outcome('无法提供', 'unavailable*'),
  'outcome.unprocessed': outcome('不予处理', 'unprocessed*'),
  'outcome.other': outcome('其他处理', 'other*'),
  'outcome.stateSecret': outcome('属于国家秘密', 'refusedStateSecret'),
  'outcome.prohibited': outcome('法律行政法规禁止公开', 'refusedProhibitedByLaw'),
  'outcome.security': outcome('危及“三安全一稳定”', 'refusedSecurityStability'),
  'outcome.thirdParty': outcome('保护第三方合法权益', 'refusedThirdPartyRights'),
  'outcome.internal': outcome('内部事务信息', 'refusedInternalAffairs'),
  'outcome.process': outcome('过程性信息', 'refusedProcessInformation'),
  'outcome.enforcement': outcome('行政执法案卷', 'refusedEnforcementFiles'),
  'outcome.inquiry': outcome('行政查询事项', 'refusedAdministrativeInquiry'),
  'outcome.notHeld': outcome('本机关不掌握', 'unavailableNotHeld'),
  'outcome.needsCreation': outcome('没有现成信息需要另行制作', 'unavailableNeedsCreation'),
  'outcome.unclear': outcome('补正后申请内容仍不明确', 'unavailableUnclear'),
  'outcome.complaint': outcome('信访举报投诉类申请', 'unprocessedComplaint'),
  'outcome.repeat': outcome('重复申请', 'unprocessedRepeat'),
  'outcome.publication': outcome('要求提供公开出版物', 'unprocessedPublication'),
  'outcome.excessive': outcome('无正当理由大量反复申请', 'unprocessedExcessive'),
  'outcome.confirmation': outcome('要求确认或重新出具', 'unprocessedConfirmation'),
  'outcome.notCorrected': outcome('逾期不补正', 'otherNotCorrected'),
  'outcome.feeUnpaid': outcome('逾期未缴费', 'otherFeeUnpaid'),

  ...dispute('review', '行政复议', ['reconsideration']),
  ...dispute('litigation', '行政诉讼', litigation),
  ...dispute('litigationDirect', '未经复议直接起诉的行政诉讼', ['litigationDirect']),
  ...dispute('litigationAfterReconsideration', '复议后起诉的行政诉讼', [
    'litigationAfterReconsideration',
  ]),
  ...dispute('disputes', '行政复议和行政诉讼', ['reconsideration', ...litigation]),

  'documents.issued': document(
    'normativeDocuments',
    '制发规范性文件',
    'issued',
    'newlyMade',
    'newlyDisclosed',
  ),
  'documents.repealed': document('normativeDocuments', '废止规范性文件', 'repealed'),
  'documents.inForce': document('normativeDocuments', '现行有效规范性文件', 'inForce'),
  'documents.disclosed': document('normativeDocuments', '对外公开规范性文件', 'totalDisclosed'),
  'regulations.issued': document(
    'regulations',
    '制发规章',
    'issued',
    'newlyMade',
    'newlyDisclosed',
  ),
  'regulations.repealed': document('regulations', '废止规章', 'repealed'),
  'regulations.inForce': document('regulations', '现行有效规章', 'inForce'),
}

/** What a number is a part of, where parts of one kind make up a whole. */
export type Dimension = 'applicant' | 'via' | 'outcome' | 'dispute' | 'channel'

export function dimensionOf(subject: string | undefined): Dimension | undefined {
  const [family, part] = subject?.split('.') ?? []
  if (family === 'applicant' || family === 'via' || family === 'outcome' || family === 'channel') {
    return family
  }
  return part !== undefined && part !== 'total' && /^(?:review|litigation)/.test(family ?? '')
    ? 'dispute'
    : undefined
}
