import type { Feed, FeedEntry } from './feedOf.ts'
import { element, textElement, xmlDocument, xmlText } from './xml.ts'

export const atomType = 'application/atom+xml; charset=utf-8'

/**
 * Writes the feed as Atom (RFC 4287).
 * @param self its own address
 */
export const atom = (feed: Feed, self: string): string =>
  xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' },
      [
        textElement('id', self),
        textElement('title', feed.title),
        textElement('updated', feed.updated),
        textElement('generator', 'Gongkai'),
        element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
        element('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
        ...feed.entries.map(entry),
      ].join('\n'),
    ),
  )

const entry = (one: FeedEntry): string =>
  element(
    'entry',
    {},
    [
      textElement('id', one.id),
      textElement('title', one.title),
      textElement('published', one.publishedAt),
      textElement('updated', one.publishedAt),
      element('author', {}, textElement('name', one.author)),
      element('link', { rel: 'alternate', type: 'text/html', href: one.page }),
      element('link', { rel: 'related', type: 'application/json', href: one.api }),
      element('summary', { type: 'text' }, xmlText(one.summary)),
    ].join(''),
  )
