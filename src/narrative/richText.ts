import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'

const textNode = (text: string) => ({
  type: 'text',
  text,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  version: 1,
})

/**
 * Plain paragraphs as the editor stores them. Of none it makes an empty one: the editor cannot open
 * a state that holds no block.
 * @param paragraphs without line breaks
 */
export function paragraphsToRichText(paragraphs: readonly string[]): SerializedEditorState {
  const children = (paragraphs.length > 0 ? paragraphs : ['']).map((text) => ({
    type: 'paragraph',
    children: text ? [textNode(text)] : [],
    direction: 'ltr' as const,
    format: '' as const,
    indent: 0,
    textFormat: 0,
    textStyle: '',
    version: 1,
  }))
  return {
    root: { type: 'root', children, direction: 'ltr', format: '', indent: 0, version: 1 },
  }
}
