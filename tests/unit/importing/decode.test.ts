import { describe, expect, it } from '@jest/globals'

import { decode } from '../../../src/importing/decode.ts'
import { readReport } from '../../../src/importing/readReport.ts'
import { UnreadableFile } from '../../../src/importing/UnreadableFile.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

/** TextEncoder knows UTF-8 only; this turns TextDecoder's table around. */
const gb18030 = (() => {
  const codes = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low !== 0x7f) codes.set(decoder.decode(bytes(high, low)), [high, low])
    }
  }
  return (text: string) =>
    Uint8Array.from([...text].flatMap((letter) => codes.get(letter) ?? [letter.charCodeAt(0)]))
})()

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2))
  const all = `\ufeff${text}`
  for (let i = 0; i < all.length; i += 1) view.setUint16(2 * i, all.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}

describe('text in any of the usual encodings', () => {
  const text = '一、总体情况\n清河镇开展了政府信息公开工作。'
  it.each<[string, Uint8Array]>([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${text}`)],
    ['GB18030', gb18030(text)],
    ['UTF-16 LE', utf16(text, true)],
    ['UTF-16 BE', utf16(text, false)],
  ])('%s', (_, data) => {
    expect(decode({ name: '报告.txt', data })).toEqual({ type: 'text', text })
  })

  it('honours the charset that a page declares, unless the page is UTF-8 all the same', () => {
    const page = `<html><meta charset="gb2312"><p>${text}</p></html>`
    for (const data of [gb18030(page), utf8(page)]) {
      expect(decode({ name: 'a.html', data })).toEqual({ type: 'html', text: page })
    }
    const big5 = [...utf8('<html><meta charset="big5"><p>'), 0xa4, 0xa4, 0xa4, 0xe5]
    expect(decode({ name: 'a.html', data: Uint8Array.from(big5) }).text).toMatch(/中文$/)
  })
})

describe('files that cannot be read', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['空.txt', bytes(), /空文件/],
    ['空白.txt', utf8(' \n '), /空文件/],
    ['报告.docx', bytes(0x50, 0x4b, 3, 4, 1, 2, 3, 4), /另存为文本（.txt）或网页（.html）后导入/],
    ['报告.txt', bytes(0x50, 0x4b, 3, 4, 1, 2, 3, 4), /另存为/],
    ['报告.doc', bytes(0xd0, 0xcf, 0x11, 0xe0, 1), /另存为/],
    ['报告.pdf', utf8('%PDF-1.7'), /PDF.*另存为/],
    ['报告.xlsx', utf8('一、总体情况'), /\.xlsx 文件.*另存为/],
    ['报告.png', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), /图片.*另存为/],
    ['报告.txt', bytes(0xff, 0xff, 0xff, 0x80, 0x00), /不是可识别的文字/],
    ['报告.txt', bytes(...Array<number>(64).fill(1)), /不是可识别的文字/],
    ['报告.txt', utf8('今天天气很好。'), /没有找到/],
    ['报告.html', utf8('<html><body><p>首页</p></body></html>'), /没有找到/],
    ['报告.html', utf8('<div>'.repeat(5000) + '一、总体情况'), /嵌套/],
  ])('%s %#', (name, data, message) => {
    const read = () => readReport({ name, data })
    expect(read).toThrow(UnreadableFile)
    expect(read).toThrow(message)
  })
})
