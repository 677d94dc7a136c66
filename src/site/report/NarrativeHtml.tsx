import { escapeHtml } from '../../publication/escapeHtml.ts'

interface NarrativeHtmlProps {
  /** Of the API, which lets nothing but plain, safe elements pass. */
  html: string
  /** Of the part that it belongs to. */
  heading: string
  /** Of this website. */
  address: string
  id: string
}

/** The one place where HTML of the API is put into a page as it is. */
export function NarrativeHtml({ html, heading, address, id }: NarrativeHtmlProps) {
  return (
    <div
      className="narrative"
      id={`${id}-text`}
      dangerouslySetInnerHTML={{ __html: framed(nearby(html, address), heading) }}
    />
  )
}

/** Pictures of this very site are asked for under the address that the reader came to. */
const nearby = (html: string, address: string): string =>
  html.replaceAll(`<img src="${escapeHtml(address)}/`, '<img src="/')

/** A table in the text is slid within a frame of its own where it is too wide. */
function framed(html: string, heading: string): string {
  let count = 0
  return html
    .replace(/<table>/g, () => {
      count += 1
      const label = escapeHtml(`${heading}：表格 ${count}`)
      return `<div class="frame" role="region" aria-label="${label}" tabindex="0"><table>`
    })
    .replace(/<\/table>/g, '</table></div>')
}
