import type { Feed } from './feedOf.ts'

export const jsonFeedType = 'application/feed+json; charset=utf-8'

/**
 * Gives the feed the shape of JSON Feed 1.1.
 * @param self its own address
 */
export const jsonFeed = (feed: Feed, self: string) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  home_page_url: feed.home,
  feed_url: self,
  language: 'zh-CN',
  items: feed.entries.map((entry) => ({
    id: entry.id,
    url: entry.page,
    title: entry.title,
    content_text: entry.summary,
    date_published: entry.publishedAt,
    date_modified: entry.publishedAt,
    authors: [{ name: entry.author }],
    attachments: [{ url: entry.api, mime_type: 'application/json' }],
  })),
})
