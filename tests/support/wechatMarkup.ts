import { load } from 'cheerio'
import { allowedAttributes, allowedProperties, allowedTags } from '../../src/wechat/markup.ts'

/** @returns what in the HTML the editor of the 公众号 would not keep; empty when it keeps all. */
export const refusedMarkup = (html: string): string[] =>
  elementsOf(html).flatMap(({ name, attributes }) => [
    ...(isOneOf(allowedTags, name) ? [] : [`<${name}>`]),
    ...Object.keys(attributes).filter((attribute) => !isOneOf(allowedAttributes, attribute)),
    ...refusedStyles(attributes.style ?? ''),
  ])

interface MarkupElement {
  name: string
  attributes: Partial<Record<string, string>>
}

const elementsOf = (html: string): MarkupElement[] =>
  load(
    html,
    null,
    false,
  )('*')
    .toArray()
    .flatMap((node) => ('attribs' in node ? [{ name: node.name, attributes: node.attribs }] : []))

const refusedStyles = (style: string): string[] =>
  rulesOf(style)
    .filter(([property, value]) => !isOneOf(allowedProperties, property) || /[({;@]/.test(value))
    .map(([property, value]) => `${property}:${value}`)

const rulesOf = (style: string): [string, string][] =>
  style
    .split(';')
    .filter(Boolean)
    .map((rule) => {
      const [property = '', ...value] = rule.split(':')
      return [property.trim(), value.join(':').trim()]
    })

/** @returns every font size in the HTML with the name of its element, in px. */
export const fontSizes = (html: string): { element: string; size: number }[] =>
  elementsOf(html).flatMap(({ name, attributes }) => {
    const size = /font-size:([^;]*)px/.exec(attributes.style ?? '')?.[1]
    return size ? [{ element: name, size: Number(size) }] : []
  })

const isOneOf = (list: readonly string[], value: string) => list.includes(value)
