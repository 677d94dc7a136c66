import {
  convertLexicalToHTML,
  type HTMLConvertersFunction,
} from '@payloadcms/richtext-lexical/html'
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import type { Section } from '../payload-types.ts'
import { escapeHtml } from './escapeHtml.ts'
import { plainHtml } from './sanitize.ts'

/** The bits of a text node's format that the editor offers, innermost first. */
const marks = [
  { bit: 1, tag: 'strong' },
  { bit: 2, tag: 'em' },
  { bit: 8, tag: 'u' },
] as const

/** Payload's, but that underline is a tag and not a style, and what is unknown leaves no words. */
const converters: HTMLConvertersFunction = ({ defaultConverters }) => ({
  ...defaultConverters,
  text: ({ node }) =>
    marks
      .filter(({ bit }) => node.format & bit)
      .reduce((html, { tag }) => `<${tag}>${html}</${tag}>`, escapeHtml(node.text)),
  unknown: () => '',
})

/**
 * A section's text as it is published.
 * @param content as the editor stores it
 * @returns plain HTML, and the same without any markup
 */
export function sectionText(content: Section['content']): { html: string; text: string } {
  if (!content) return { html: '', text: '' }
  const data = content as SerializedEditorState
  return {
    html: plainHtml(convertLexicalToHTML({ data, converters, disableContainer: true })),
    text: convertLexicalToPlaintext({ data }).trim(),
  }
}
