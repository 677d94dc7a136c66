/** Without a browser the width of text is estimated: Chinese characters are square, others about half. */
const emsOf = (character: string): number => ((character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.6)

/** @returns the width of a text in ems, rather too wide than too narrow */
export const textWidth = (text: string): number =>
  [...text].reduce((width, character) => width + emsOf(character), 0)

/** @returns the text, cut with an ellipsis when it is wider than `ems` */
export function fitText(text: string, ems: number): string {
  if (textWidth(text) <= ems) return text
  let fitting = ''
  for (const character of text) {
    if (textWidth(fitting + character) > ems - 1) break
    fitting += character
  }
  return `${fitting}…`
}
