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

/** Plain, safe HTML for whoever embeds a report: no classes, no styles, no scripts. */
export const plainHtml = (html: string): string => sanitizeHtml(html, options)
