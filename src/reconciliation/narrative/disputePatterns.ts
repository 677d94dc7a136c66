import { at } from './patterns.ts'
import type { SubjectPattern } from './patterns.ts'

const disputes = {
  topics: ['review', 'litigation', 'litigationDirect', 'litigationAfterReconsideration'],
} as const

/** How the text speaks of review and litigation. */
export const disputePatterns: readonly SubjectPattern[] = [
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
  {
    subject: 'dispute.elsewhere',
    pattern: at(
      '(?:申请人)?(?:主动)?撤(?:回|销)(?:行政)?(?:复议|起诉)?申请|撤回(?:起诉|行政复议|复议)?|撤诉|终止(?:审理|审查)?|驳回(?:复议|行政复议)?(?:起诉|诉讼请求)?|不予受理|确认违法|责令(?:履行|重新答复)',
    ),
    ...disputes,
    not: /维持|复议[^#]*诉讼/u,
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
    pattern: /(?:(?:提起|引发|发生|涉及|收到|被诉|有|新增|共)#[^#]*|^#(?:行政)?)诉讼/u,
    not: /培训|复议|维持|纠正|审结/u,
  },
  {
    subject: 'review.total',
    ...disputes,
    pattern: /(?:(?:提起|引发|发生|涉及|收到|有|新增|共|受理)#[^#]*|^#(?:行政)?)复议/u,
    not: /培训|诉讼|后|维持|纠正|审结/u,
  },
]
