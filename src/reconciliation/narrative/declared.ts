import { absences } from './absences.ts'
import type { Sentence } from './sentences.ts'
import type { Topic } from './topics.ts'
import { firstTopic, isDispute, topicAfter } from './topics.ts'
import type { Span } from './types.ts'

/** Words that state a number without a figure: 未收到申请, 均获维持, 均已结案. */

const handledAll =
  /(?<![件宗份个\d])(?:均|全部|都)(?:已)?(?:经)?(?:依法|依规|按(?:照)?(?:要求|规定|程序|流程)|妥善|顺利)*(?:办结|办理(?:完成|完毕|完结)|处理完毕)/gu

export interface Declared {
  readonly span: Span
  readonly rule: string
  readonly subjects: readonly string[]
  readonly says: string
}

const not = '(?:未|没有|无|尚未|从未|并未|不存在|没)'
const happened = '(?:曾)?(?:收到|接到|受理|发生|出现|产生|涉及|引发|有|存在|接收到?|收办)?'
const requested =
  '(?:政府信息公开(?:的)?(?:书面)?申请|(?:公开)?(?:政府)?信息(?:公开)?(?:的)?(?:书面)?申请|依申请公开(?:政府信息)?(?:的)?(?:书面)?(?:申请|事项|件|信息|情况)?|申请公开)'
const noRequests = new RegExp(
  `(?:(?:未|没有|从未|并未)(?:曾)?(?:收到|接到|受理|接收到?|收办|发生)|没有|(?<!有)无)([^，。；]{0,40}?)${requested}`,
  'gu',
)
const disputeThings =
  '(?:投诉|举报|因|针对|有关|关于|涉及|任何|由|被|对|本|的|我[镇乡街局市县区办委]|机关|单位|政府信息公开|信息公开|政务公开|工作|申请|答复|引起|引发|提起|产生|导致|而|相关|类|方面|依申请|公开|办理|不服|申请人|或|和|、)*'
const noDisputes = new RegExp(
  `(?:${not}${happened})${disputeThings}((?:行政)?(?:复议|诉讼|应诉)(?:案件?|申请)?(?:(?:、|，|和|或|及|与|以及|或者|也?(?:未|没有|无)(?:被)?(?:提起|发生|收到)?)*(?:被)?(?:提起|申请)?(?:行政)?(?:复议|诉讼|应诉))?)`,
  'gu',
)
const notOfOutcome =
  /^(?:案件?)?(?:被)?(?:纠正|败诉|纠错|撤销|结果纠正|经|后|直接|培训|审结|尚未|审查|机关|机构|改变|确认|责令|决定|维持)/u
const upheldAll = /(?:均|全部|都)(?:获|被|予以|为|已)*(?:结果)?(?:为)?维持/gu
const settledAll = /(?:均|全部|都)(?:已)?(?:经)?(?:审结|结案|办结|审理完毕)/gu
const pendingAll = /(?:均|全部|都)(?:尚未|未|正在|尚在)(?:审结|结案|审理)/gu

/** @returns what the sentence states in words, by the subjects that then have to be zero. */
export function declaredIn({ text, start }: Sentence, topic: Topic | undefined): Declared[] {
  const spanOf = (match: RegExpExecArray): Span => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  })
  const topicAt = (at: number): Topic | undefined => topicAfter(text.slice(0, at), topic)
  const disputesOf = (at: number): string[] => disputedIn(text.slice(0, at), topicAt(at))
  const first = [
    ...[...text.matchAll(noRequests)]
      .filter(({ 0: words, index }) => !/\d/.test(text.slice(index + words.length).slice(0, 1)))
      .filter(({ index, 0: words }) => !isPartial(text, index, words))
      .map((match) => ({
        span: spanOf(match),
        rule: 'narrative.none',
        subjects: askersOf(match[1] ?? ''),
        says: '所述未收到申请',
      })),
    ...[...text.matchAll(noDisputes)]
      .filter(({ 0: words, index }) => !notOfOutcome.test(text.slice(index + words.length)))
      .filter(
        ({ 0: words, index }) =>
          !/经过?(?:行政)?复议/u.test(text.slice(index, index + words.length + 1)),
      )
      .map((match) => ({
        span: spanOf(match),
        rule: 'narrative.none',
        subjects: [
          ...(/复议/u.test(match[0]) ? ['review.total'] : []),
          ...(/诉讼|应诉/u.test(match[0]) ? ['litigation.total'] : []),
        ],
        says: '所述未发生',
      })),
    ...[...text.matchAll(handledAll)]
      .filter(({ index }) => topicAt(index) === 'requests' && !/其中/u.test(text.slice(0, index)))
      .map((match) => ({
        span: spanOf(match),
        rule: 'narrative.carriedOut',
        subjects: ['carriedOut'],
        says: '所述均已办结',
      })),
    ...[...text.matchAll(upheldAll)].flatMap((match) =>
      all(
        disputesOf(match.index),
        spanOf(match),
        ['corrected', 'otherOutcome', 'pending'],
        '所述均为维持',
      ),
    ),
    ...[...text.matchAll(settledAll)].flatMap((match) =>
      all(disputesOf(match.index), spanOf(match), ['pending'], '所述均已审结'),
    ),
    ...[...text.matchAll(pendingAll)].flatMap((match) =>
      all(
        disputesOf(match.index),
        spanOf(match),
        ['upheld', 'corrected', 'otherOutcome'],
        '所述均未审结',
      ),
    ),
  ]
  const isSaid = (index: number, { length }: string) =>
    first.some(({ span }) => span.start < start + index + length && span.end > start + index)
  const absent = absences.flatMap(({ pattern, subjectsOf, says, topic: wanted }): Declared[] =>
    [...text.matchAll(pattern)]
      .filter(({ index, 0: words }) => !isOfOtherTime(text, index) && !isSaid(index, words))
      .filter(
        ({ index, 0: words }) =>
          wanted === undefined ||
          topicAt(index + words.length) === wanted ||
          firstTopic(text.slice(index)) === wanted,
      )
      .map((match) => ({
        span: spanOf(match),
        rule: 'narrative.none',
        subjects: subjectsOf(match[0]),
        says,
      })),
  )
  return [...first, ...absent]
}

/** 无逾期未答复的申请, 没有上年结转的申请: of some there were none. */
const ofSome =
  /复议|诉讼|投诉|举报|逾期|超期|超时|延期|结转|遗留|积压|未[办答按]|不予|部分公开|收费|费用|听证|更正|补正|拒绝|恶意|涉密|涉及国家|第三方|\d/u
const byWay = /当面|现场|传真|信函|来信|邮寄|网上|网络|口头|电话/u
const people = /公民|自然人|个人|群众|公众|居民|村民/u
const bodies = /法人|组织|企业|机构/u

/** 未收到法人或其他组织的申请 says nothing of persons. */
function askersOf(words: string): string[] {
  if (bodies.test(words) && !people.test(words)) return ['applicant.organizations']
  return people.test(words) && !bodies.test(words) && /自然人/u.test(words)
    ? ['applicant.naturalPerson']
    : ['newlyReceived']
}

const isOfOtherTime = (text: string, index: number): boolean =>
  /[上下]半年|季度|逾期|超期|\d月(?!31|底)|去年|上年(?!度?结转)|前年/u.test(
    text.slice(Math.max(0, index - 12), index),
  )

const isPartial = (text: string, index: number, words: string): boolean =>
  isOfOtherTime(text, index) ||
  ofSome.test(words) ||
  (byWay.test(words) && !/书面|等|其[他它]方式|其[他它]形式|任何/u.test(words)) ||
  /^(?:补正|内容|逾期|超期|不予|收费|费用|而|被|引[起发]|产生|行政|提起|案件引|数)/u.test(
    text.slice(index + words.length),
  )

const all = (owners: string[], span: Span, columns: string[], says: string): Declared[] =>
  owners.length === 0
    ? []
    : [
        {
          span,
          rule: owners.every((owner) => owner === 'review')
            ? 'narrative.review'
            : 'narrative.litigation',
          subjects: owners.flatMap((owner) => columns.map((column) => `${owner}.${column}`)),
          says,
        },
      ]

/** The disputes that the sentence has spoken of up to a place. */
function disputedIn(text: string, topic: Topic | undefined): string[] {
  if (topic === 'litigationDirect' || topic === 'litigationAfterReconsideration') return [topic]
  if (!isDispute(topic) && !/复议|诉讼/u.test(text)) return []
  const owners = [
    ...(/复议(?!后)/u.test(text) ? ['review'] : []),
    ...(/诉讼|应诉/u.test(text) ? ['litigation'] : []),
  ]
  return owners.length > 0 || !topic ? owners : [topic]
}
