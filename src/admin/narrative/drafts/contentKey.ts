/**
 * Whether two texts are the same to a person. The editor writes a text that it opened a little
 * differently from how it was stored, and no section is to count as changed for that.
 */

interface Node {
  type?: unknown
  children?: unknown
  fields?: { blockType?: unknown; source?: unknown }
}

const asOpened = new WeakMap<object, string>()

/** To be told how the editor writes a stored text that nobody has changed yet. */
export function learnOpened(stored: unknown, written: unknown): void {
  if (typeof stored === 'object' && stored !== null) asOpened.set(stored, storedKey(written))
}

/** @returns the same for texts that are the same to a person; empty for no text */
export function contentKey(content: unknown): string {
  const known = typeof content === 'object' && content !== null && asOpened.get(content)
  return known || storedKey(content)
}

/** As {@link contentKey}, between texts that both come from the server. */
export function storedKey(content: unknown): string {
  const { root } = (content ?? {}) as { root?: Node }
  return !root || isBlank(root) ? '' : JSON.stringify(root, withoutMarks)
}

/** What the editor keeps in place of nothing. */
function isBlank({ children }: Node): boolean {
  if (!Array.isArray(children) || children.length > 1) return false
  const [only] = children as Node[]
  return !only || (only.type === 'paragraph' && !(only.children as unknown[] | undefined)?.length)
}

/** A figure is what it shows; the editor adds names and numbers of its own. */
function withoutMarks(_: string, value: unknown): unknown {
  const node = (value ?? {}) as Node
  return node.type === 'inlineBlock' ? { type: node.type, source: node.fields?.source } : value
}
