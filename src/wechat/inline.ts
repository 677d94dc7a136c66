import { load } from 'cheerio'
import juice from 'juice'
import { allowedProperties, allowedTags, isAllowedAttribute } from './allowList.ts'
import { styleSheet } from './styles.ts'

/** The attributes that juice would add beside the styles are for mail. */
const options: juice.Options = {
  applyAttributesTableElements: false,
  applyHeightAttributes: false,
  applyWidthAttributes: false,
}

/**
 * Writes the style sheet into the elements, in one document for all the pieces of an article, and
 * removes what the editor would not keep.
 * @param pieces HTML with class names, each well-formed
 * @returns the same pieces in the same order, ready for the 公众号
 */
export function inline(pieces: readonly string[]): string[] {
  const $ = load(pieces.map((piece) => `<section>${piece}</section>`).join(''), null, false)
  juice.inlineDocument($, styleSheet, options)
  for (const node of $('*').toArray()) {
    if (!('attribs' in node)) continue
    if (!Object.hasOwn(allowedTags, node.name)) $(node).replaceWith($(node).contents())
    for (const name of Object.keys(node.attribs)) {
      if (!isAllowedAttribute(node.name, name)) delete node.attribs[name]
    }
    if (node.attribs.style) node.attribs.style = plainStyle(node.attribs.style)
  }
  return $.root()
    .children()
    .toArray()
    .map((piece) => $(piece).html() ?? '')
}

/** Every character counts, so no blanks. */
const plainStyle = (style: string): string =>
  style
    .split(';')
    .map((rule) => rule.trim().replace(/\s*:\s*/, ':'))
    .filter((rule) => Object.hasOwn(allowedProperties, rule.split(':')[0] ?? ''))
    .join(';')
