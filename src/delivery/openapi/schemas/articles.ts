import { wechatLimits } from '../../../wechat/limits.ts'
import type { Schema } from '../types.ts'
import { digest, published } from './report.ts'
import {
  address,
  flag,
  instant,
  listOf,
  object,
  oneOf,
  orNull,
  ref,
  text,
  whole,
} from './shapes.ts'

/** Articles for WeChat, and what stands in the channels. */

const part = {
  title: text('标题'),
  author: text('作者'),
  digest: text('摘要'),
  content: text('公众号编辑器接受的 HTML'),
  contentSourceUrl: text('阅读原文'),
}

const image = object({
  name: text(),
  url: address('图片的地址'),
  alt: text(),
  width: whole(),
  height: whole(),
})

const origin = object(
  {
    id: text('发布版本，回执用'),
    organization: ref('Organization'),
    year: whole(),
    stage: oneOf(['published', 'cleared']),
    revision: whole(),
    digest,
    publishedAt: orNull(instant('发布时间；未发布时为 null')),
    url: published.url,
  },
  ['id'],
)

/** A limit that was met by changing something. */
const warning = object(
  { code: text(), message: text(), actual: whole('改动之前的数'), limit: whole('限制') },
  ['limit'],
)

const standing = {
  link: address('公众号文章的链接'),
  revision: whole(),
  digest,
  recordedAt: instant('回执时间'),
  stale: flag('公众现在看到的是否已经不同'),
  reason: { enum: ['corrected', 'withdrawn', null], description: '过时的原因' },
} satisfies Record<string, Schema>

const article = {
  id: text('发布版本'),
  title: text(),
  organization: ref('OrganizationName'),
  year: whole(),
  revision: whole(),
  digest,
  publishedAt: instant('发布时间'),
  withdrawnAt: instant('撤回时间，只在撤回后有'),
} satisfies Record<string, Schema>

export const articleSchemas = {
  Article: object({
    ...part,
    cover: { anyOf: [image, { type: 'null' }], description: '封面' },
    images: listOf(image),
    warnings: listOf(warning),
    limits: object(Object.fromEntries(Object.keys(wechatLimits).map((name) => [name, whole()]))),
    articles: listOf(object(part), '一至八篇，第一篇与上面相同'),
    report: origin,
  }),
  Channel: object({
    slug: text(),
    name: text(),
    kind: text(),
    account: orNull(text()),
    url: orNull(text()),
    organization: { anyOf: [ref('OrganizationName'), { type: 'null' }] },
  }),
  Standing: object(standing),
  ChannelArticles: object({
    docs: listOf(
      object(
        {
          ...article,
          state: oneOf(['current', 'withdrawn']),
          standing: { anyOf: [ref('Standing'), { type: 'null' }] },
          url: published.url,
          article: orNull(address('文章的地址；撤回后为 null')),
          receipts: address('登记回执的地址'),
        },
        ['withdrawnAt'],
      ),
    ),
    limit: whole(),
    hasNextPage: flag(),
    next: text('下次作为 since'),
    stale: listOf(
      object({
        id: text(),
        organization: ref('OrganizationName'),
        year: whole(),
        ...standing,
        url: published.url,
      }),
      '渠道上应当更换或删除的文章',
    ),
  }),
  ArticleState: object(
    {
      ...article,
      state: oneOf(['current', 'superseded', 'withdrawn']),
      replacedBy: orNull(text('取代它的发布版本')),
      receipts: listOf(object({ channel: text(), removed: flag(), ...standing })),
      url: published.url,
    },
    ['withdrawnAt'],
  ),
  ReceiptInput: object(
    {
      link: text('https://mp.weixin.qq.com/… 文章链接'),
      channel: text('渠道的 slug；密钥只对应一个渠道时可省略'),
      removed: flag('文章是否已删除'),
    },
    ['channel', 'removed'],
  ),
  Receipt: object({
    article: text('发布版本'),
    channel: text(),
    link: text(),
    removed: flag(),
    revision: whole(),
    digest,
    recordedAt: instant('回执时间'),
  }),
} satisfies Record<string, Schema>
