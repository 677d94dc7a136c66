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

/** In a few words, wherever on the page the person is; the notice under its state says why. */
export const refusedWords = (refusals: readonly Refusal[]): string =>
  `${refusals.map(({ part }) => part.label).join('、')}没有保存，您的修改都还在本页`
