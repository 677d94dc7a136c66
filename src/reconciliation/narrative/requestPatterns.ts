import { at, filler } from './patterns.ts'
import type { SubjectPattern } from './patterns.ts'

const requests = { topics: ['requests'] } as const
const takenIn = '(?:新收|收到|收办|受理|接收|接到|接受|收取|收悉|收)'
const nextYear = '(?:下|次|来|明|20\\d\\d)'
const lastYear = '(?:上年|上一年|上年度|上一年度|上个年度|去年|往年|以前年度|跨年度?|20\\d\\d年度?)'
/** Applications for anything but information. */
const ofAnotherKind =
  /(?:许可|救助|低保|补贴|登记|采购|租房|补助|仲裁|复议|立案|认定|资质|专利|贷款|户籍|工伤|援助|注册|审批|赔偿|公证|入学|报销|事项|涉及(?!政府信息|信息)[^#]{2,})[^#]{0,6}申请/u

/** What came from the year before, and what went on to the next. */
export const carriedPatterns: readonly SubjectPattern[] = [
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
      '(?:正在|尚在|仍在)(?:法定)?(?:办理|处理|答复)?(?:期限内|期内|中|之中|过程中)?|(?:尚未|未)(?:办结|办理完毕|到期|答复)|办理中|在办',
    ),
    ...requests,
  },
  {
    subject: 'carriedOut',
    pattern: /#(?:申请)?(?:正在|尚在|仍在|尚未|未)(?:办理|处理|办结|到期|答复)/u,
    ...requests,
  },
]

/** How the text speaks of requests: who asked and by which way, how many. */
export const requestPatterns: readonly SubjectPattern[] = [
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
    // 收到书面申请公开政府信息120件 are all.
    not: /当面|网[络上站]|邮件|电子|[收接]到书面(?:的)?(?:申请公开|政府信息公开申请)/u,
  },
  {
    subject: 'via.network',
    pattern: /(?:网络|网上|线上|网站|在线|互联网|电子邮件|邮箱|系统|网申)[^#]*#/u,
    ...requests,
    not: /当面|信函|邮寄|来信|信件/u,
  },
  { subject: 'via.fax', pattern: /(?:传真|口头|电话)[^#]*#/u, ...requests, not: /信函|网/u },
  {
    subject: 'newlyReceived',
    pattern: /(?:新收|新增|新受理|(?:本|当|今)年度?新)[^#]*#/u,
    ...requests,
    not: /结转|办结|答复/u,
  },
  {
    subject: 'handled',
    pattern: at(
      '办理结果(?=[共合总]计)|办结|答复|回复|办复|办理完毕|办理完成|处理完毕|办理完结|处理',
    ),
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
  { subject: 'received', pattern: at(`${takenIn}(?:总?量)?`), ...requests },
  {
    subject: 'received',
    pattern: at(
      '^(?:其中|全年|本年度?|20\\d\\d年度?|共有?|我[局镇街区县市办委])*(?:依申请公开|(?:政府)?信息公开(?:的)?申请)(?:数量|总数|总量)?',
    ),
    ...requests,
  },
  {
    subject: 'processed',
    pattern: at('(?:办理|处理)(?:政府信息)?(?:依申请公开|公开申请|申请公开)?(?:事项|件)?'),
    ...requests,
    not: /收到|受理/u,
  },
  {
    subject: 'handled',
    pattern: /#[^#]*(?:办结|答复|办理完|办理完成|处理完毕)/u,
    ...requests,
    not: /率|未/u,
  },
]
