import { escapeHtml } from './escapeHtml.ts'
import type { PublishedSection, ReportContent } from './types.ts'

/** An image of a publication. The bytes are kept apart, under their name. */
export interface PublishedImage {
  /** SHA-256 of the bytes in hex, with the extension of their type. */
  name: string
  /** What it shows, for those who do not see it. */
  alt: string
  width: number
  height: number
}

const name = '[0-9a-f]{64}\\.(?:png|jpg)'

export const isImageName = (text: string): boolean => new RegExp(`^${name}$`).test(text)

/**
 * The address that the frozen HTML holds: seen from the publication, for the address of the site
 * may change.
 */
export const imageSource = (image: string): string => `images/${image}`

export const isImageSource = (source: string | undefined): boolean =>
  source !== undefined && new RegExp(`^images/${name}$`).test(source)

/**
 * Completes the addresses of images in frozen HTML.
 * @param report the report's address, absolute
 */
const completed = (html: string, report: string): string =>
  html.replaceAll('<img src="images/', `<img src="${report}/images/`)

/** @returns the content as it is served: with the addresses of its images absolute */
export function withImageAddresses(content: ReportContent, report: string): ReportContent {
  if (!content.images) return content
  const complete = (section: PublishedSection): PublishedSection => ({
    ...section,
    html: completed(section.html, report),
    children: section.children.map(complete),
  })
  return { ...content, sections: content.sections.map(complete) }
}

/**
 * Gives the images of frozen HTML other addresses.
 * @param address of an image by its name
 */
export const withImagesAt = (html: string, address: (image: string) => string): string =>
  html.replace(
    new RegExp(`<img src="images/(${name})"`, 'g'),
    (_, image: string) => `<img src="${escapeHtml(address(image))}"`,
  )
