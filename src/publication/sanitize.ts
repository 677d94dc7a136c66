import sanitizeHtml from 'sanitize-html'
import { isImageSource } from './images.ts'

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'h4', 'h5', 'strong', 'em', 'u', 'ol', 'ul', 'li', 'a'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'caption', 'img'],
  ],
  allowedAttributes: {
    a: ['href'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
    img: ['src', 'alt', 'width', 'height'],
  },
  // Pictures of the publication itself, none of elsewhere.
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !isImageSource(attribs.src),
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
