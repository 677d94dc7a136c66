import sanitizeHtml from 'sanitize-html'

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'h4', 'h5', 'strong', 'em', 'u', 'ol', 'ul', 'li', 'a'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'caption'],
  ],
  allowedAttributes: {
    a: ['href'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  disallowedTagsMode: 'discard',
}

const block = '(?:p|h4|h5|ol|ul|li|table|thead|tbody|tr|th|td|caption)'
const blankBetweenBlocks = new RegExp(
  `(</?${block}(?: [^<>]*)?>)[ \\t\\r\\n]+(?=</?${block}[ >])`,
  'g',
)

/**
 * Plain, safe HTML for whoever embeds a report: no classes, no styles, no scripts. White space
 * between blocks, which shows nowhere, goes: a digest is taken over the rest.
 */
export const plainHtml = (html: string): string =>
  sanitizeHtml(html, options).replace(blankBetweenBlocks, '$1').trim()
