import type { DeskPart, Refusal } from '../desk/deskOf.ts'

const counted: Record<DeskPart['key'], string> = {
  tables: '格',
  sections: '个章节',
  form: '项基本信息',
}

/** Such as 3 格、1 个章节. */
export const countWords = (counts: readonly { key: DeskPart['key']; count: number }[]): string =>
  counts
    .filter(({ count }) => count > 0)
    .map(({ key, count }) => `${count} ${counted[key]}`)
    .join('、')

const longestReason = 60

/** In a few words, wherever on the page the person is; the notice under its state says all. */
export function refusedWords([first, ...others]: readonly Refusal[]): string {
  if (!first) return ''
  const { message } = first
  const reason = message.length > longestReason ? `${message.slice(0, longestReason)}…` : message
  const more = others.length > 0 ? `另有 ${others.length} 部分没有保存。` : ''
  return `${first.part.label}没有保存：${reason}。${more}您的修改都还在本页`
}
