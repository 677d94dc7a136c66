import { locate, type Sought } from './locate.ts'

/** Text of the screen, with the nodes that it stands in. */
interface ScreenText {
  text: string
  pieces: { node: Text; start: number }[]
}

const shownFigure = '.gongkai-figure__value'

/** @returns where a sentence stands in an element, or `undefined` when it is not there (any more) */
export function rangeOf(root: Element, sought: Sought): Range | undefined {
  const { text, pieces } = screenText(root)
  const found = locate(text, sought)
  const first = found && pieces.filter(({ start }) => start <= found.start).at(-1)
  const last = found && pieces.filter(({ start }) => start < found.end).at(-1)
  if (!found || !first || !last) return undefined
  const range = document.createRange()
  range.setStart(first.node, found.start - first.start)
  range.setEnd(last.node, found.end - last.start)
  return range
}

/** All that is written there: of what is not text, such as an image, only the numbers of figures. */
function screenText(root: Element): ScreenText {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, ({ parentElement }) => {
    const foreign = parentElement?.closest('[contenteditable=false]')
    const isText = !foreign || !root.contains(foreign) || parentElement?.closest(shownFigure)
    return isText ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT
  })
  const found: ScreenText = { text: '', pieces: [] }
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    found.pieces.push({ node, start: found.text.length })
    found.text += node.data
  }
  return found
}

/** Puts the caret's selection on a sentence and brings it into sight. */
export function selectSentence(root: HTMLElement, sought: Sought): void {
  const range = rangeOf(root, sought)
  root.focus({ preventScroll: true })
  if (!range) return
  document
    .getSelection()
    ?.setBaseAndExtent(
      ...([range.startContainer, range.startOffset] as const),
      ...([range.endContainer, range.endOffset] as const),
    )
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}

/** As {@link selectSentence}, in a plain field. */
export function selectInField(field: HTMLTextAreaElement, sought: Sought): void {
  const found = locate(field.value, sought)
  field.focus()
  if (found) field.setSelectionRange(found.start, found.end)
}
