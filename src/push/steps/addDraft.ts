import { WechatError } from '../../wechat/api/errors.ts'
import type { Article } from '../../wechat/article.ts'
import { breachWords, checkArticle } from '../../wechat/checkArticle.ts'
import { loadPublication } from '../loadPublication.ts'
import { PushRefused, type Push } from '../Push.ts'
import { whyNotCurrent } from '../target.ts'

/**
 * Asks for the draft. That it is asked for is written down before, for from then on it may exist
 * although no answer comes; a clear refusal takes the note back.
 * @returns the media id of the draft
 */
export async function addDraft(push: Push): Promise<string> {
  const article = push.render()
  refuseBreaches(article, new Set(Object.values(push.uploads)))
  const { articles } = article
  const { coverMediaId } = push.record
  if (!coverMediaId) throw new Error('A draft needs its cover')
  await push.write({ askedAt: new Date().toISOString() })
  try {
    await refuseOutdated(push)
    return await push.client.addDraft(articles, coverMediaId)
  } catch (error) {
    if (!isClear(error)) throw error
    // A cover that WeChat does not know is forgotten, so that the next try uploads another.
    const isUnknownCover = error instanceof WechatError && error.code === 40007
    await push.write({ askedAt: null, ...(isUnknownCover && { coverMediaId: null }) })
    throw error
  }
}

/**
 * The last look before the article is handed over: WeChat would refuse it, or drop parts unsaid.
 * @throws {PushRefused} with every breach
 */
function refuseBreaches(article: Article, uploaded: ReadonlySet<string>): void {
  const breaches = checkArticle(article, { uploaded })
  if (breaches.length > 0) throw new PushRefused(breaches.map(breachWords).join('；'))
}

/** Whether no draft came of it for sure. */
const isClear = (error: unknown): boolean =>
  error instanceof PushRefused || (error instanceof WechatError && !error.isUncertain)

/**
 * The report may have been corrected or withdrawn since the push was asked for.
 * @throws {PushRefused}
 */
export async function refuseOutdated({ payload, publication }: Push): Promise<void> {
  const now = await loadPublication(payload, publication.id)
  const reason = now ? whyNotCurrent(now) : '这个发布版本已不存在'
  if (reason) throw new PushRefused(reason)
}
