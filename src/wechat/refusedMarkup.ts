import { load } from 'cheerio'
import { allowedProperties, allowedTags, isAllowedAttribute, isWechatImage } from './allowList.ts'

/**
 * @param uploaded addresses of images that WeChat gave, beside those of its own hosts
 * @returns what in the HTML the editor of the 公众号 would not keep; empty when it keeps all
 */
export const refusedMarkup = (html: string, uploaded?: ReadonlySet<string>): string[] =>
  elementsOf(html).flatMap(({ name, attributes }) => [
    ...(Object.hasOwn(allowedTags, name) ? [] : [`<${name}>`]),
    ...Object.keys(attributes).filter((attribute) => !isAllowedAttribute(name, attribute)),
    ...refusedStyles(attributes.style ?? ''),
    ...(name === 'img' ? refusedSource(attributes.src ?? '', uploaded) : []),
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
  style.split(';').filter((rule) => {
    const [property = '', ...value] = rule.split(':')
    const isKnown = Object.hasOwn(allowedProperties, property.trim())
    return rule !== '' && (!isKnown || /[({@]/.test(value.join(':')))
  })

const refusedSource = (address: string, uploaded?: ReadonlySet<string>): string[] =>
  isWechatImage(address) || uploaded?.has(address) ? [] : [`src ${address}`]
