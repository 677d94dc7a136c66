import { describe, expect, it } from '@jest/globals'
import type { Refusal } from '../../../../src/admin/desk/deskOf.ts'
import { countWords, refusedWords } from '../../../../src/admin/saving/words.ts'

const refusal = (key: Refusal['part']['key'], label: string, message: string): Refusal => ({
  part: { key, label },
  kind: 'refused',
  message,
})

describe('the words about what is unsaved', () => {
  it('name only what there is', () => {
    expect(
      countWords([
        { key: 'tables', count: 3 },
        { key: 'sections', count: 0 },
        { key: 'form', count: 1 },
      ]),
    ).toBe('3 格、1 项基本信息')
    expect(countWords([{ key: 'tables', count: 0 }])).toBe('')
  })

  it('say which parts were refused, and that nothing is lost', () => {
    const tables = refusal('tables', '数据表格', '总计应为 5，实际为 4')
    const text = refusal('sections', '正文', '已被他人改过')
    expect(refusedWords([tables])).toBe('数据表格没有保存，您的修改都还在本页')
    expect(refusedWords([tables, text])).toBe('数据表格、正文没有保存，您的修改都还在本页')
  })
})
