import { at } from './patterns.ts'
import type { SubjectPattern } from './patterns.ts'

const requests = { topics: ['requests'] } as const

/** What a request came to: in the words of the form, and in others that are in use. */
export const outcomePatterns: readonly SubjectPattern[] = [
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
  {
    subject: 'outcome.repeat',
    pattern: at('重复(?:提出)?(?:申请)?'),
    ...requests,
    not: /大量|含/u,
  },
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
    pattern: /^[、“]?(?:其中|已|全部|决定|答复|答复为|可以?)*公开(?:的|了)?”?#/u,
    ...requests,
  },
  {
    subject: 'outcome.grantedAndPartial',
    pattern: at('(?:予以|同意|全部)?公开(?:和|及|与|或|、|以及)(?:予以)?部分公开'),
    ...requests,
  },
  { subject: 'outcome.partial', pattern: at('部分(?:予以)?公开|区分处理'), ...requests },
  { subject: 'outcome.refused', pattern: at('不(?:予以?|同意)?公开'), ...requests },
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
]
