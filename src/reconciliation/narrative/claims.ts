import { channelsIn, disclosedInAll, inPart, publishing } from './channelWords.ts'
import type { ChannelMention } from './channelWords.ts'
import { carriedBy, scopeOf } from './scopes.ts'
import type { Carried, Scope } from './scopes.ts'
import type { Item, Sentence } from './sentences.ts'
import { dimensionOf } from './subjects.ts'
import { subjectPatterns } from './subjectPatterns.ts'
import { firstTopic, isDispute, topicAfter, topicByItself } from './topics.ts'
import type { Topic } from './topics.ts'
import { countsItems, countsThings } from './units.ts'

/** A number of the text, with what it speaks of where that is known. */
export interface Claim extends Item, Scope {
  /** A key of `subjects`, or one that has no cells: `via.…`, `channel`, `disclosed`, `fee`. */
  readonly subject?: string
  readonly channel?: ChannelMention
  readonly topic?: Topic
  /** The words by which the subject was known, `#` for the number. */
  readonly label: string
}

/** Words that say nothing of their own: what a number speaks of is then said elsewhere. */
const weak =
  /^(?:其中|共|计|合计|总计|累计|分别|有|为|达到?|另|外|同时|并|、|和|及|与|含|的|全年|已|均|仅|收取|约|近|超过?)*$/u

/** @returns the numbers of a sentence with their subjects, and the topic that it ends in. */
export function claimsOf(
  sentence: Sentence,
  before: Topic | undefined,
): { claims: Claim[]; topic: Topic | undefined } {
  const theirs = isBusiness(sentence.text, before)
  let topic = before
  let carried: Carried = {}
  let used = false
  let afterBase = false
  const claims = sentence.items.map((whole, index): Claim => {
    const item = apart(whole, sentence.items[index + 1], used)
    topic = topicAfter(item.gap, topic) ?? topicByItself(item.gap)
    if (takesIn.test(item.before)) topic ??= topicAhead(sentence, item)
    if (theirs && isDispute(topic)) topic = 'foreign'
    carried = carriedBy(item, carried)
    const claim = claimOf(item, topic)
    used = !claim.label.endsWith('#')
    if (used) topic = claim.topic
    const scope = scopeOf(item, carried, afterBase)
    afterBase = scope.lastYear === true
    return { ...scope, ...claim }
  })
  return {
    claims: withOthers(withVerbs(separated(claims, sentence))).map(ofItsHead),
    topic: topicAfter(sentence.tail, topic),
  }
}

const takesIn = /(?:新收|收到|受理|接收|接到)[^#]{0,12}$/u

/** 新收120件、结转8件政府信息公开申请: what is counted is said after the numbers. */
const topicAhead = ({ text, start }: Sentence, { quantity }: Item): Topic | undefined =>
  firstTopic(text.slice(quantity.end - start)) === 'requests' ? 'requests' : undefined

/**
 * Parts the words between two numbers of a clause: in 其他2件、未审结3件 they are of the second, in
 * 11件复议、6件诉讼 those before the comma are of the first.
 * @param used whether the number before has taken the words after it for its own
 */
function apart(item: Item, next: Item | undefined, used: boolean): Item {
  const { before } = item
  const shared = next && next.gap === item.after ? item.after : undefined
  const after =
    shared === undefined ? item.after : shared.replace(/(?:、|(?:以?及|和)(?=\d|$))[^、]*$/u, '')
  const own = used && item.gap === before ? before.slice(before.lastIndexOf('、') + 1) : before
  return { ...item, before: own, after }
}

/** An office that hears cases of review for others: they are its work, not about itself. */
const isBusiness = (text: string, before: Topic | undefined): boolean =>
  isNotOfInformation.test(text) ||
  (before !== 'requests' &&
    !isDispute(before) &&
    /(?:办理|审理|承办|审结|化解|代理|受理)(?:各类)?(?:政府)?(?:的)?(?:行政)?(?:复议|应诉|诉讼)/u.test(
      text,
    ) &&
    !/(?:信息|政务)公开|公开申请|依申请|被(?:申请|提起|诉)/u.test(text))

const isNotOfInformation =
  /(?:非|不属于|不涉及|无关于)(?:政府)?信息公开|(?:办理|审理|受理|审结)[^，。]{0,6}(?:复议|诉讼)[^。]*其中，?(?:涉及|有关|属于)?(?:政府)?信息公开/u

function claimOf(item: Item, topic: Topic | undefined): Claim {
  const { before, lead, after } = item
  const own = `${before}#`
  if (!weak.test(before)) {
    const found = subjectOf(item, own, topic)
    if (found || !after) return { ...item, ...found, label: own, ...withTopic(topic) }
  }
  const following = topicAfter(after, topic)
  const trailing = after && subjectOf(item, `${before}#${after}`, following)
  if (trailing) {
    return { ...item, ...trailing, label: `${before}#${after}`, ...withTopic(following) }
  }
  // 3件予以公开: what stands after it would also do before.
  const turned =
    weak.test(before) &&
    weak.test(lead.replace(/，/gu, '')) &&
    (topic === 'requests' || isDispute(topic))
  const reversed = turned && after ? subjectOf(item, `${after}#`, topic) : undefined
  if (reversed) return { ...item, ...reversed, label: `${before}#${after}`, ...withTopic(topic) }
  if (weak.test(before) && lead) {
    const words = `${lead.slice(0, -1)}${before}#`
    const found = subjectOf(item, words, topic)
    if (found) return { ...item, ...found, label: words, ...withTopic(topic) }
  }
  return { ...item, label: own, ...withTopic(topic) }
}

const withTopic = (topic: Topic | undefined) => (topic === undefined ? {} : { topic })

function subjectOf(
  { quantity }: Item,
  label: string,
  topic: Topic | undefined,
): Pick<Claim, 'subject' | 'channel'> | undefined {
  if (quantity.kind === 'percent') return undefined
  if (quantity.kind === 'count' && !countsThings(quantity.unit)) return undefined
  const found = subjectPatterns.find(
    ({ pattern, topics, not }) =>
      (!topics || (topic !== undefined && topics.includes(topic))) &&
      pattern.test(label) &&
      !not?.test(label),
  )
  if ((found?.subject === 'fee') !== (quantity.kind === 'money')) return undefined
  if (!found) {
    return topic === 'requests' || !countsItems(quantity.unit)
      ? undefined
      : disclosureOf(label, topic)
  }
  const owner = isDispute(topic) ? topic : undefined
  const subject = found.subject.startsWith('dispute.')
    ? found.subject.replace('dispute', owner ?? '')
    : found.subject
  return { subject }
}

function disclosureOf(
  label: string,
  topic: Topic | undefined,
): Pick<Claim, 'subject' | 'channel'> | undefined {
  if (!label.endsWith('#')) return undefined
  const channels = channelsIn(label)
  if (!publishing.test(label) && (topic !== 'disclosure' || channels.length !== 1)) return undefined
  const [channel] = channels
  if (channels.length === 1 && channel) return { subject: 'channel', channel }
  if (channels.length > 1) return undefined
  return disclosedInAll.test(label) && !inPart.test(label) ? { subject: 'disclosed' } : undefined
}

/** 上年为100件（含结转4件）: what explains last year's number is last year's too. */
const ofItsHead = (claim: Claim, _: number, claims: readonly Claim[]): Claim =>
  claim.explains !== undefined && claims[claim.explains]?.lastYear
    ? { ...claim, lastYear: true }
    : claim

/** 制定规章1件、规范性文件9件: the verb is said once. */
const withVerbs = (claims: readonly Claim[]): Claim[] =>
  claims.map((claim, index) => {
    const [family, verb] = claims[index - 1]?.subject?.split('.') ?? []
    const bare = /^[、和及]?(?:行政)?规范性文件(?:共)?$/u.test(claim.before) && claim.lead === ''
    if (claim.subject !== undefined || family !== 'regulations' || !bare) return claim
    return { ...claim, subject: `documents.${verb}` }
  })

/** 其他 alone is one more of what stands before it. */
const withOthers = (claims: readonly Claim[]): Claim[] =>
  claims.map((claim, index) => {
    const dimension = dimensionOf(claims[index - 1]?.subject)
    const alone = /^[、和及]?(?:其[他它])(?:组织|机构|方式|渠道|情形|的)*$/u.test(claim.before)
    if (claim.subject !== undefined || !alone || !dimension || dimension === 'channel') return claim
    const owner = claims[index - 1]?.subject?.split('.')[0] ?? ''
    return {
      ...claim,
      subject: dimension === 'dispute' ? `${owner}.otherOutcome` : `${dimension}.elsewhere`,
    }
  })

/** 分别为2件、1件: the subjects stand before, in the same order as the numbers. */
function separated(claims: Claim[], { text }: Sentence): Claim[] {
  if (!text.includes('分别')) return claims
  return claims.map((claim, index) => {
    const first = firstOfSeparated(claims, index)
    if (first === undefined) return claim
    const { subject: _subject, channel: _channel, ...rest } = claim
    const named = namesIn(claims[first])
    const last = claims.findIndex((other, place) => place > first && !weak.test(other.before))
    const count = (last < 0 ? claims.length : last) - first
    if (named.length !== count) return rest
    const own = `${named[index - first] ?? ''}${verbAfter(claims[first])}#`
    const topic = topicAfter(own, claim.topic)
    return { ...rest, ...subjectOf(claim, own, topic), label: own, ...withTopic(topic) }
  })
}

/** The place of the number right after 分别, when the number at `index` is one of its row. */
function firstOfSeparated(claims: readonly Claim[], index: number): number | undefined {
  for (let place = index; place >= 0; place--) {
    const claim = claims[place]
    if (!claim) return undefined
    if (/分别/u.test(claim.before)) return place
    if (!weak.test(claim.before)) return undefined
  }
  return undefined
}

/** 微信和微博分别发布信息420条、88条 */
const verbAfter = (claim: Claim | undefined): string =>
  /分别([^#，；]*)$/u.exec(claim?.before ?? '')?.[1] ?? ''

const namesIn = (claim: Claim | undefined): string[] =>
  `${claim?.lead ?? ''}${claim?.before ?? ''}`.split('分别')[0]?.split(/[、和与及]/u) ?? []
