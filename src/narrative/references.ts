import { sourceOf } from './plainText.ts'

/** What a rich text takes from elsewhere. */
export interface References {
  /** Of its figures, each once. */
  sources: string[]
  /** Ids of its images, each once, in the order of the text. */
  images: string[]
}

interface Node {
  type?: unknown
  children?: unknown
  value?: unknown
  fields?: { source?: unknown }
}

/** @param content as the editor stores it, taken by checkRichText */
export function referencesIn(content: unknown): References {
  const sources = new Set<string>()
  const images = new Set<string>()
  const visit = (node: Node): void => {
    if (node.type === 'inlineBlock') sources.add(sourceOf(node))
    if (node.type === 'upload') images.add(String(node.value))
    if (Array.isArray(node.children)) (node.children as Node[]).forEach(visit)
  }
  const { root } = (content ?? {}) as { root?: Node }
  if (root) visit(root)
  return { sources: [...sources], images: [...images] }
}
