import type { Run } from './markup.ts'

/** What ends a sentence, with the quotes and brackets that close after it. */
const sentence = /[^。；！？]*[。；！？]+[”’」』）》]*|[^。；！？]+$/g

/**
 * Cuts a long paragraph at the ends of sentences.
 * @param max characters of a piece; a single sentence may be longer, for none is cut
 * @returns pieces that together are the paragraph
 */
export function piecesOf(runs: readonly Run[], max: number): Run[][] {
  const text = runs.map((run) => run.text).join('')
  const ends: number[] = []
  let begin = 0
  for (const { index, 0: words } of text.matchAll(sentence)) {
    if (index > begin && index + words.length - begin > max) {
      ends.push(index)
      begin = index
    }
  }
  return [...ends, text.length].map((end, i) => slice(runs, ends[i - 1] ?? 0, end))
}

/** @returns the runs between two places of their text */
function slice(runs: readonly Run[], from: number, to: number): Run[] {
  let start = 0
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += run.text.length
    return text ? [{ ...run, text }] : []
  })
}
