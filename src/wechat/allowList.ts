/**
 * The plain HTML that the editor of the 公众号 keeps, as described in the project's notes on the
 * domain: it drops `id`, `class`, `<style>`, scripts and `position`, and may drop a whole `style`
 * for one rule that it does not know. Kept by construction: inline.ts removes whatever is not here
 * from the one document that it has in hand anyway (sanitize-html would parse all of it again), and
 * checkArticle.ts reads the result anew before it is handed over.
 */

/** Each with what it is for. `section` survives the editor better than `div`. */
export const allowedTags: Readonly<Record<string, string>> = {
  section: 'blocks: the frame, the lead, what is slid, pictures',
  p: 'paragraphs',
  strong: 'headings and emphasis',
  table: 'the statutory tables and those of the text',
  tbody: 'the parser of the editor puts it in',
  tr: 'rows',
  th: 'heads',
  td: 'values',
  img: 'pictures that were uploaded to WeChat',
}

const allowedAnywhere = ['style']

/** Beside `style`, by tag. The old attributes of tables set for all cells at once what CSS sets for each. */
const allowedOn: Readonly<Record<string, readonly string[]>> = {
  table: ['border', 'cellpadding', 'cellspacing'],
  th: ['colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  img: ['src', 'alt'],
}

export const isAllowedAttribute = (tag: string, attribute: string): boolean =>
  allowedAnywhere.includes(attribute) || (allowedOn[tag] ?? []).includes(attribute)

/** Each with what it is for; none of them positions, floats, animates or loads anything. */
export const allowedProperties: Readonly<Record<string, string>> = {
  'background-color': 'sets the lead apart',
  'border-collapse': 'tables with single lines',
  'border-left': 'sets the lead apart where colours are not seen',
  'font-size': 'legible on a phone',
  'line-height': 'legible on a phone',
  margin: 'headings and pictures',
  'min-width': 'wide tables keep their width',
  'overflow-wrap': 'an endless address does not widen the page',
  'overflow-x': 'wide tables are slid within their section',
  padding: 'the lead',
  'text-align': 'titles, tables, signature',
  'text-indent': 'paragraphs, two characters as official documents have it',
  width: 'tables and pictures fill the screen',
}

/** Where `media/uploadimg` keeps images; others are filtered out of the content. */
export const imageHosts = ['qpic.cn'] as const

export const isWechatImage = (address: string): boolean => {
  const host = URL.canParse(address) ? new URL(address).hostname : ''
  return imageHosts.some((known) => host === known || host.endsWith(`.${known}`))
}
