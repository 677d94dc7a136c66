import type { DeskPart } from '../desk/deskOf.ts'

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
