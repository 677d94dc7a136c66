import {
  convertLexicalToHTML,
  type HTMLConvertersFunction,
} from '@payloadcms/richtext-lexical/html'
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { figureBlock } from '../narrative/figures.ts'
import { plainTextOf, sourceOf } from '../narrative/plainText.ts'
import { escapeHtml } from './escapeHtml.ts'
import { imageSource, type PublishedImage } from './images.ts'
import { plainHtml } from './sanitize.ts'

/** What a section's text takes from elsewhere. */
export interface SectionContext {
  /** The number that a figure shows. */
  figure: (source: string) => string
  /** The image for a picture's id, when it can be shown. */
  image: (id: string) => PublishedImage | undefined
}

/** The bits of a text node's format that the editor offers, innermost first. */
const marks = [
  { bit: 1, tag: 'strong' },
  { bit: 2, tag: 'em' },
  { bit: 8, tag: 'u' },
] as const

/**
 * Payload's, but that underline is a tag and not a style, figures are plain numbers, and what is
 * unknown leaves no words.
 */
const convertersWith =
  ({ figure, image }: SectionContext): HTMLConvertersFunction =>
  ({ defaultConverters }) => ({
    ...defaultConverters,
    text: ({ node }) =>
      marks
        .filter(({ bit }) => node.format & bit)
        .reduce((html, { tag }) => `<${tag}>${html}</${tag}>`, escapeHtml(node.text)),
    upload: ({ node }) => imageHtml(image(node.value as string)),
    inlineBlocks: {
      [figureBlock]: ({ node }: { node: unknown }) =>
        escapeHtml(figure(sourceOf(node as Parameters<typeof sourceOf>[0]))),
    },
    unknown: () => '',
  })

function imageHtml(image: PublishedImage | undefined): string {
  if (!image) return ''
  const { name, alt, width, height } = image
  return `<p><img src="${imageSource(name)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}"></p>`
}

/**
 * A section's text as it is published.
 * @param content as the editor stores it, taken by checkRichText
 * @returns plain HTML, and the same without any markup
 */
export function sectionText(
  content: unknown,
  context: SectionContext,
): { html: string; text: string } {
  if (!content) return { html: '', text: '' }
  const data = content as SerializedEditorState
  const converters = convertersWith(context)
  return {
    html: plainHtml(convertLexicalToHTML({ data, converters, disableContainer: true })),
    text: plainTextOf(content, context.figure),
  }
}
