/** What a stretch of text is about: the same word (答复, 维持) means another thing in each. */
export type Topic =
  | 'requests'
  | 'review'
  | 'litigation'
  | 'litigationDirect'
  | 'litigationAfterReconsideration'
  | 'documents'
  | 'fees'
  | 'disclosure'
  /** What is counted beside it and is no part of the report's tables: letters, proposals, training. */
  | 'foreign'

/** Earlier ones win where two begin at one place. */
const words: readonly (readonly [Topic, string])[] = [
  [
    'litigationDirect',
    '(?:未|没有)经(?:过)?(?:行政)?复议(?:[^，。；#]{0,6}(?:起诉|诉讼))?|直接(?:提起|起诉|诉讼)',
  ],
  [
    'litigationAfterReconsideration',
    '复议(?:之)?后(?:[^，。；#]{0,6}(?:起诉|诉讼))?|(?<!未)经(?:过)?(?:行政)?复议[^，。；#]{0,6}(?:起诉|诉讼)',
  ],
  ['review', '(?:行政)?复议'],
  ['litigation', '(?:行政)?诉讼|应诉|起诉'],
  ['fees', '信息处理费|处理费|行政事业性收费'],
  [
    'requests',
    '收办|自然人申请|依申请|公开(?:的)?申请|申请公开|信息(?:的)?申请|申请(?:件|人|数量|总数|事项|案件|答复)|(?:收到|受理|办理|答复)(?:各类|书面)?申请',
  ],
  ['documents', '规范性文件|规章'],
  [
    'foreign',
    '建议|提案|信箱|邮箱|来信来访|留言|热线|咨询|信访(?!举报投诉)|工单|诉求|意见|网民|培训|督查|检查|讲座|会议|新闻发布会|问卷|听证|访谈|直播|投诉(?!类)|政务服务|一网通办|举报(?!投诉)|来电|民声|民生实事',
  ],
  ['disclosure', '主动公开|发布|公布|推送|刊发|编发|转发'],
]

const topicWords = new RegExp(words.map(([, source]) => `(${source})`).join('|'), 'gu')

/** Words that only requests have, right before a number or after it. */
const onlyOfRequests =
  /(?:(?:[不予]以?|部分|同意)公开|无法提供|不予处理|其[他它]处理|自然人|商业企业|法人或其[他它]组织|(?:上|下)(?:一)?年(?:度)?结转|结转[上下](?:一)?年(?:度)?|转下(?:一)?年度)[^，。；]{0,8}$/u

/** The topic of a number in a text that has not named any. */
export const topicByItself = (words: string): Topic | undefined =>
  onlyOfRequests.test(words) ? 'requests' : undefined

/** @returns the topic that the text leaves the reader in: the last one it speaks of, or the old one. */
export function topicAfter(text: string, before: Topic | undefined): Topic | undefined {
  let topic = before
  for (const match of text.matchAll(topicWords)) {
    const place = match.slice(1).findIndex((group) => group !== undefined)
    topic = words[place]?.[0] ?? topic
  }
  return topic
}

/** @returns the first topic that the text speaks of. */
export function firstTopic(text: string): Topic | undefined {
  const [match] = text.matchAll(topicWords)
  const place = match?.slice(1).findIndex((group) => group !== undefined)
  return place === undefined ? undefined : words[place]?.[0]
}

export const isDispute = (topic: Topic | undefined): boolean =>
  topic === 'review' || topic?.startsWith('litigation') === true
