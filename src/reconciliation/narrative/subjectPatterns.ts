import type { Topic } from './topics.ts'

/**
 * How the text says what a number speaks of. Patterns are for the words of a clause with `#` in
 * the place of the number: `办结#` and `#已办结`. The first that fits is taken.
 */
export interface SubjectPattern {
  /** A key of `subjects`; `dispute.…` is completed with the dispute that is spoken of. */
  readonly subject: string
  readonly pattern: RegExp
  /** Where the words mean this; absent where they always do. */
  readonly topics?: readonly Topic[]
  /** Words that make it something else. */
  readonly not?: RegExp
}

const requests = { topics: ['requests'] } as const
const disputes = {
  topics: ['review', 'litigation', 'litigationDirect', 'litigationAfterReconsideration'],
} as const
const documents = { topics: ['documents'] } as const
const filler =
  '(?:的|了|共|计|共计|合计|总计|累计|有|为|数|数量|总数|达|达到|案件|案|申请|情形|情况|类|件|仅|各|：|分别|信息|政府|答复|处理|决定|均|提出|提交|不予公开|不予处理|无法提供|予以|属于|共有|另有|，)*'
const at = (words: string): RegExp => new RegExp(`(?:${words})${filler}#`, 'u')
const takenIn = '(?:新收|收到|收办|受理|接收|接到|接受|收取|收悉|收)'
const nextYear = '(?:下|次|来|明|20\\d\\d)'
const lastYear = '(?:上年|上一年|上年度|上一年度|上个年度|去年|往年|以前年度|跨年度?|20\\d\\d年度?)'
/** Applications for anything but information. */
const ofAnotherKind =
  /(?:许可|救助|低保|补贴|登记|采购|租房|补助|仲裁|复议|立案|认定|资质|专利|贷款|户籍|工伤|援助|注册|审批|赔偿|公证|入学|报销|事项|涉及(?!政府信息|信息)[^#]{2,})[^#]{0,6}申请/u
const paper = '(?:行政)?规范性文件'
const anyPaper = '(?:(?:行政)?规范性)?(?:文件)?'
const made = '(?:制发|制定|制订|出台|印发|制作|颁布|新发布|发文)'
const ofSomethingElse = /备案|报备|修订|修改|解读|培训|审查|审核|评估|政策性文件|征求意见|宣传/

export const subjectPatterns: readonly SubjectPattern[] = [
  // Review and litigation
  {
    subject: 'dispute.pending',
    pattern: at(
      '(?:尚未|未|没有|待)(?:审结|结案|办结|判决|裁决|审理完毕|作出)|(?:正在|尚在|在)(?:审理|办理|诉讼)(?:中|过程中)?|审理中|未结',
    ),
    ...disputes,
  },
  {
    subject: 'dispute.pending',
    pattern: /#[^#]*(?:尚未|正在|尚在|未)(?:审结|结案|审理|办结|判决)/u,
    ...disputes,
  },
  {
    subject: 'dispute.upheld',
    pattern: at('维持(?:原(?:行政行为|决定|判|具体行政行为))?'),
    ...disputes,
    not: /撤回|撤销/u,
  },
  {
    subject: 'dispute.upheld',
    pattern: /#(?:均|被|予以|获|已)*(?:结果)?(?:为)?维持/u,
    ...disputes,
  },
  {
    subject: 'dispute.corrected',
    pattern: at('纠正|纠错|被纠'),
    ...disputes,
    not: /未被|没有|不予/u,
  },
  {
    subject: 'dispute.corrected',
    pattern: /#(?:均|被|予以|已)*(?:结果)?(?:为)?纠[正错]/u,
    ...disputes,
  },
  { subject: 'dispute.otherOutcome', pattern: at('其[他它](?:审理|处理)?结果'), ...disputes },
  {
    subject: 'disputes.total',
    ...disputes,
    pattern: /复议[^#后]*(?:诉讼|应诉)[^#]*#|(?:诉讼|应诉)[^#]*复议[^#]*#/u,
    not: /分别|未经|经复议|复议后|培训|会议|#.*#/u,
  },
  {
    subject: 'litigationAfterReconsideration.total',
    ...disputes,
    pattern: /复议(?:之)?后[^#]*#|(?<!未)经(?:过)?(?:行政)?复议[^#]*(?:诉讼|起诉)[^#]*#/u,
  },
  {
    subject: 'litigationDirect.total',
    ...disputes,
    pattern: /(?:未|没有)经(?:过)?(?:行政)?复议[^#]*#|直接(?:提起|起诉|诉讼)[^#]*#/u,
  },
  {
    subject: 'litigation.total',
    ...disputes,
    pattern: at('(?:诉讼|应诉|起诉)(?:的)?(?:案件|案|数量?|事项)?(?:发生|涉及|收到|办理|被诉)?'),
    not: /费|培训|机关负责人/u,
  },
  {
    subject: 'review.total',
    ...disputes,
    pattern: at('复议(?:的)?(?:申请|案件|案|数量?|事项)?(?:发生|涉及|收到|办理|受理)?'),
    not: /培训|决定书/u,
  },
  {
    subject: 'disputes.total',
    ...disputes,
    pattern: /#[^#]*复议[^#后]*诉讼/u,
    not: /未经|经复议|培训/u,
  },
  {
    subject: 'litigation.total',
    ...disputes,
    pattern: /(?:提起|引发|发生|涉及|收到|被诉|有|新增|共)#[^#]*诉讼/u,
    not: /培训|复议/u,
  },
  {
    subject: 'review.total',
    ...disputes,
    pattern: /(?:提起|引发|发生|涉及|收到|有|新增|共|受理)#[^#]*复议/u,
    not: /培训|诉讼|后/u,
  },

  // From and to other years
  {
    subject: 'carriedOut',
    pattern: new RegExp(
      `(?:结转|转结|转入|转至|转到|转|顺延|延期|延续|延至|留待|跨)(?:至|到|入|往|由|给)?${nextYear}[^#]*#`,
      'u',
    ),
    ...requests,
  },
  {
    subject: 'carriedOut',
    pattern: new RegExp(
      `#[^#]*(?:结转|转结|转入|转|顺延|延期|延续|延至|留待)(?:至|到|入|往|由)?${nextYear}`,
      'u',
    ),
    ...requests,
  },
  {
    subject: 'carriedIn',
    pattern: new RegExp(
      `${lastYear}[^#]*(?:结转|转结|转入|遗留|未办结)[^#]*#|结转(?:自)?(?:上|去)[^#]*#`,
      'u',
    ),
    ...requests,
  },
  { subject: 'carriedIn', pattern: /#[^#]*(?:上年|上一年|去年)[^#]*结转/u, ...requests },
  {
    subject: 'carriedOut',
    pattern: at(
      '(?:正在|尚在|仍在)(?:办理|处理)(?:中|之中|过程中)?|(?:尚未|未)(?:办结|办理完毕|到期|答复)|办理中|在办',
    ),
    ...requests,
  },
  {
    subject: 'carriedOut',
    pattern: /#(?:申请)?(?:正在|尚在|仍在|尚未|未)(?:办理|处理|办结|到期|答复)/u,
    ...requests,
  },

  // Results
  {
    subject: 'outcome.notHeld',
    pattern: at('(?:本机关|本单位|本部门|我[局镇县区市办街])?不掌握(?:相关)?(?:政府)?(?:信息)?'),
    ...requests,
  },
  {
    subject: 'outcome.needsCreation',
    pattern: at('(?:没有|无)现成信息(?:、|，)?(?:需要?)?(?:另行制作)?|另行制作'),
    ...requests,
  },
  {
    subject: 'outcome.unclear',
    pattern: at('(?:补正后)?(?:申请)?(?:内容)?仍?不明确'),
    ...requests,
  },
  { subject: 'outcome.complaint', pattern: at('信访[、，]?举报[、，]?投诉类?'), ...requests },
  { subject: 'outcome.repeat', pattern: at('重复(?:提出)?(?:申请)?'), ...requests, not: /大量/u },
  { subject: 'outcome.publication', pattern: at('公开出版物'), ...requests },
  { subject: 'outcome.excessive', pattern: at('大量、?反复(?:提出)?(?:申请)?'), ...requests },
  {
    subject: 'outcome.confirmation',
    pattern: at('(?:确认或者?)?重新出具(?:已获取(?:的)?信息)?'),
    ...requests,
  },
  { subject: 'outcome.notCorrected', pattern: at('逾期(?:不|未)补正'), ...requests },
  {
    subject: 'outcome.feeUnpaid',
    pattern: at('逾期(?:不|未)[^#]{0,10}(?:缴|交)(?:纳)?(?:费用?)?'),
    ...requests,
  },
  { subject: 'outcome.stateSecret', pattern: at('国家秘密'), ...requests },
  { subject: 'outcome.prohibited', pattern: at('法律[、，]?行政法规禁止公开'), ...requests },
  { subject: 'outcome.security', pattern: at('三安全一稳定[”"]?'), ...requests },
  { subject: 'outcome.thirdParty', pattern: at('第三方(?:合法)?权益'), ...requests },
  { subject: 'outcome.internal', pattern: at('(?:三类)?内部事务(?:性)?(?:信息)?'), ...requests },
  { subject: 'outcome.process', pattern: at('(?:四类)?过程性(?:信息)?'), ...requests },
  { subject: 'outcome.enforcement', pattern: at('执法案卷(?:信息)?'), ...requests },
  { subject: 'outcome.inquiry', pattern: at('行政查询(?:事项)?'), ...requests },
  {
    subject: 'outcome.granted',
    pattern: /^、?(?:已|全部|决定|答复|答复为|可以?)*公开(?:的|了)?#/u,
    ...requests,
  },
  {
    subject: 'outcome.grantedAndPartial',
    pattern: at('(?:予以|同意|全部)?公开(?:和|及|与|或|、|以及)(?:予以)?部分公开'),
    ...requests,
  },
  { subject: 'outcome.partial', pattern: at('部分(?:予以)?公开|区分处理'), ...requests },
  { subject: 'outcome.refused', pattern: at('不(?:予以?|同意)公开|决定不公开'), ...requests },
  {
    subject: 'outcome.granted',
    pattern: at('(?<!不)(?:予以|同意|全部|依法|准予)(?:全部)?公开'),
    ...requests,
    not: /不予|不同意/u,
  },
  { subject: 'outcome.unavailable', pattern: at('(?:无法|不能)(?:予以)?提供'), ...requests },
  { subject: 'outcome.unprocessed', pattern: at('不予?(?:以)?处理'), ...requests },
  { subject: 'outcome.other', pattern: at('(?:作出?|按|作为)?其[他它]处理'), ...requests },
  {
    subject: 'outcome.withdrawn',
    pattern: at('(?:申请人)?(?:主动|自行)?(?:撤回|撤销|撤件)(?:申请)?|终止(?:办理)?'),
    ...requests,
  },
  { subject: 'outcome.withdrawn', pattern: /#[^#]*(?:撤回|撤销|撤件)/u, ...requests },
  {
    subject: 'outcome.elsewhere',
    pattern: at(
      '(?:不属于|非)本?(?:行政)?(?:机关|单位|部门)[^#]*|信息不存在|(?:已经?|属于已?)主动公开[^#]*|(?:告知|引导)[^#]*|不是政府信息|非政府信息|补正',
    ),
    ...requests,
  },

  // Who asked, and by which way
  {
    subject: 'applicant.naturalPerson',
    pattern: at('自然人|公民|个人'),
    ...requests,
    not: /法人|组织/u,
  },
  {
    subject: 'applicant.organizations',
    pattern: at('法人(?:和|或|及|或者|与|、|以及)?(?:其[他它])?(?:组织)?|(?:企业)?法人|单位和组织'),
    ...requests,
    not: /自然人|公民/u,
  },
  {
    subject: 'applicant.business',
    pattern: at('商业企业|企业'),
    ...requests,
    not: /自然人|公民|法人/u,
  },
  { subject: 'applicant.researchInstitute', pattern: at('科研(?:机构|院所)'), ...requests },
  { subject: 'applicant.publicWelfare', pattern: at('(?:社会)?公益组织'), ...requests },
  { subject: 'applicant.legalService', pattern: at('法律服务(?:机构)?'), ...requests },
  {
    subject: 'applicant.other',
    pattern: at('其[他它](?:组织|机构)|社会组织|律师(?:事务所)?'),
    ...requests,
    not: /法人/u,
  },
  {
    subject: 'via.inPerson',
    pattern: /(?:当面|现场|来访|上门|窗口|面交)[^#]*#/u,
    ...requests,
    not: /信函|网[络上]|邮/u,
  },
  {
    subject: 'via.letter',
    pattern: /(?:信函|来信|信件|邮寄|邮政|挂号|EMS|快递|书面|纸质)[^#]*#/u,
    ...requests,
    not: /当面|网[络上站]|邮件|电子/u,
  },
  {
    subject: 'via.network',
    pattern: /(?:网络|网上|线上|网站|在线|互联网|电子邮件|邮箱|系统|网申)[^#]*#/u,
    ...requests,
    not: /当面|信函|邮寄|来信|信件/u,
  },
  { subject: 'via.fax', pattern: /(?:传真|口头|电话)[^#]*#/u, ...requests, not: /信函|网/u },

  // Requests
  {
    subject: 'newlyReceived',
    pattern: /(?:新收|新增|新受理|(?:本|当|今)年度?新)[^#]*#/u,
    ...requests,
    not: /结转|办结|答复/u,
  },
  {
    subject: 'handled',
    pattern: at('办结|答复|回复|办复|办理完毕|办理完成|处理完毕|办理完结|处理'),
    ...requests,
    not: /率|结转|按期应|收到|受理|不予|其[他它]/u,
  },
  {
    subject: 'handled',
    pattern: /(?:办结|答复|办复|处理完毕)(?!率)[^#]{0,16}(?:申请|公开件)[^#]{0,6}#/u,
    ...requests,
    not: /结转|收到|受理|不予|其[他它]|中[^#]*#/u,
  },
  {
    subject: 'received',
    pattern: new RegExp(
      `${takenIn}[^#]*(?:公开[^#]*申请|申请公开|依申请|信息[^#]*申请|公开件)[^#]*#`,
      'u',
    ),
    not: ofAnotherKind,
  },
  {
    subject: 'received',
    pattern: new RegExp(`${takenIn}[^#]*申请[^#]{0,8}#`, 'u'),
    ...requests,
    not: ofAnotherKind,
  },
  {
    subject: 'received',
    pattern: new RegExp(`${takenIn}${filler}#[^#]*申请`, 'u'),
    ...requests,
    not: ofAnotherKind,
  },
  { subject: 'received', pattern: at(takenIn), ...requests },
  {
    subject: 'received',
    pattern: at(
      '^(?:其中|全年|本年度?|20\\d\\d年度?|共有?|我[局镇街区县市办委])*(?:依申请公开|(?:政府)?信息公开(?:的)?申请)(?:数量|总数|总量)?',
    ),
    ...requests,
  },
  {
    subject: 'processed',
    pattern: at('办理(?:政府信息)?(?:依申请公开|公开申请|申请公开)?(?:事项|件)?'),
    ...requests,
    not: /收到|受理/u,
  },
  {
    subject: 'handled',
    pattern: /#[^#]*(?:办结|答复|办理完|办理完成|处理完毕)/u,
    ...requests,
    not: /率|未/u,
  },

  // Documents
  {
    subject: 'documents.repealed',
    pattern: at(`(?:废止|失效)(?:的)?${anyPaper}`),
    ...documents,
    not: /规章|备案|修改/u,
  },
  {
    subject: 'documents.inForce',
    pattern: at(`现行有效(?:的)?${anyPaper}|${paper}[^#]{0,12}(?<!继续)有效`),
    ...documents,
    not: /规章(?!规范|和|、|及|以及|行政)|废止/u,
  },
  {
    subject: 'documents.disclosed',
    pattern: at(`对外公开(?:的)?${anyPaper}总数?量?|${paper}对外公开总数?量?`),
    ...documents,
  },
  {
    subject: 'regulations.inForce',
    pattern: at('现行有效(?:的)?(?:政府|地方政府)?规章'),
    not: ofSomethingElse,
  },
  {
    subject: 'regulations.repealed',
    pattern: at('废止(?:的)?(?:政府)?规章'),
    not: ofSomethingElse,
  },
  {
    subject: 'regulations.issued',
    pattern: at(`${made}(?:的)?(?:政府|地方政府)?规章`),
    not: ofSomethingElse,
  },
  {
    subject: 'documents.issued',
    pattern: at(`${made}[^#]{0,12}${paper}|${paper}[^#]{0,8}${made}`),
    not: new RegExp(`规章|${ofSomethingElse.source}|废止|有效`, 'u'),
  },

  { subject: 'fee', pattern: /(?:处理费|收取|收费|费用)[^#]*#/u, topics: ['fees'] },
]
