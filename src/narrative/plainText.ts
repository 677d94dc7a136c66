import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import {
  convertLexicalToPlaintext,
  type PlaintextConverters,
} from '@payloadcms/richtext-lexical/plaintext'
import { figureBlock } from './figures.ts'

/** What an inline block of the editor holds. */
interface InlineBlock {
  fields?: { source?: unknown }
}

/**
 * The words of a rich text, with every figure written out. Runs in the browser too.
 * @param content as the editor stores it, taken by checkRichText
 * @param figure gives the number for a source
 * @returns paragraphs parted by blank lines, cells of a table by ` | `
 */
export function plainTextOf(content: unknown, figure: (source: string) => string): string {
  if (!content) return ''
  const converters: PlaintextConverters = {
    inlineBlocks: {
      [figureBlock]: ({ node }: { node: unknown }) => figure(sourceOf(node as InlineBlock)),
    },
  }
  return convertLexicalToPlaintext({ converters, data: content as SerializedEditorState }).trim()
}

/** @returns what the figure shows; empty when nobody chose it yet */
export function sourceOf({ fields }: InlineBlock): string {
  return typeof fields?.source === 'string' ? fields.source : ''
}
