import type { Payload } from 'payload'
import type { WechatDraft } from '../payload-types.ts'
import { breachWords, checkArticle } from '../wechat/checkArticle.ts'
import { wechatLimits, type ArticleWarning } from '../wechat/limits.ts'
import { callsLeft } from './calls.ts'
import { drawCover, type CoverSource } from './cover.ts'
import { pictureOf } from './images.ts'
import { findDraft } from './findDraft.ts'
import { articleOf } from './Push.ts'
import { secretOf } from './settings.ts'
import { unusable } from './steps/uploadImages.ts'
import { missingSecret, type Target } from './target.ts'
import { uploadsOf } from './uploads.ts'

/** What a push would do, found out without calling WeChat and without writing anything. */
export interface DryRun {
  dryRun: true
  articles: { title: string; characters: number; limit: number }[]
  /** To be uploaded. */
  images: { count: number; bytes: number }
  cover: { source: CoverSource; bytes: number }
  /** Whether the server has the account's AppSecret. */
  secret: boolean
  /** Drafts that may still be added today. */
  callsLeft: number
  /** Of the draft that there is already; `null` when there is none. */
  state: WechatDraft['state'] | null
  /** Chinese; what would make the push fail. */
  problems: string[]
  /** What was changed to stay within the limits. */
  warnings: ArticleWarning[]
}

export async function dryRun(payload: Payload, target: Target): Promise<DryRun> {
  const { publication, channel, appId } = target
  const existing = await findDraft(payload, target)
  const uploads = uploadsOf(existing ?? {})
  // An image counts with an address as long as WeChat's are, for the characters of the article.
  const article = articleOf(publication, channel, (name) => uploads[name] ?? likely(name))
  const wanted = article.images.filter(({ name }) => !uploads[name])
  const pictures = await Promise.all(wanted.map(({ name }) => pictureOf(payload, name)))
  const { data, source } = await drawCover(payload, publication, channel, publication.id)
  const left = await callsLeft(payload, appId, 'draft/add')
  const secret = secretOf(appId) !== undefined
  const bytes = pictures.reduce((sum, picture) => sum + (picture?.data.length ?? 0), 0)
  const articles = article.articles.map(({ title, content }) => ({
    title,
    characters: content.length,
    limit: wechatLimits.content,
  }))
  return {
    dryRun: true,
    articles,
    images: { count: wanted.length, bytes },
    cover: { source, bytes: data.length },
    secret,
    callsLeft: left,
    state: existing?.state ?? null,
    problems: [
      ...(secret ? [] : [missingSecret(appId)]),
      ...(left > 0 ? [] : ['今天可以新增的草稿已达上限，请明天再推送']),
      ...checkArticle(article, { uploaded: new Set(Object.values(uploads)) }).map(breachWords),
      ...wanted.filter((_, index) => !pictures[index]).map(({ alt }) => unusable(alt)),
    ],
    warnings: article.warnings,
  }
}

const likely = (name: string): string => `https://mmbiz.qpic.cn/mmbiz_png/${name}/0?wx_fmt=png`
