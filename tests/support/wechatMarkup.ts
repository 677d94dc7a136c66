import { load } from 'cheerio'

/** @returns every font size in the HTML with the name of its element, in px. */
export const fontSizes = (html: string): { element: string; size: number }[] =>
  load(
    html,
    null,
    false,
  )('[style*=font-size]')
    .toArray()
    .flatMap((node) => {
      const size = 'attribs' in node && /font-size:([^;]*)px/.exec(node.attribs.style ?? '')?.[1]
      return size && 'name' in node ? [{ element: node.name, size: Number(size) }] : []
    })
