import { describe, expect, it } from '@jest/globals'
import { readClipboard } from '../../../src/sheet/readClipboard.ts'
import { domOf } from '../../support/domOf.ts'

const read = (clipboard: Parameters<typeof readClipboard>[0]) => readClipboard(clipboard, domOf)

describe('text from the clipboard', () => {
  it.each<[string, string, string[][]]>([
    ['a single cell', '5', [['5']]],
    ['a cell of words', '十二', [['十二']]],
    [
      'rows and columns',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'a blank last row, of which only the line break goes',
      '1\t2\n\t\n',
      [
        ['1', '2'],
        ['', ''],
      ],
    ],
    ['a blank row between', '1\n\n2\n', [['1'], [''], ['2']]],
    [
      'rows of unequal length',
      '1\n2\t3',
      [
        ['1', ''],
        ['2', '3'],
      ],
    ],
    ['a quoted cell of two lines', '"商业\n企业"\t1\r\n', [['商业\n企业', '1']]],
    ['quotes within quotes', '"a ""b""\n"\t1', [['a "b"\n', '1']]],
    [
      'a label that begins with a quotation mark',
      '"三安全\t1\n5\t2',
      [
        ['"三安全', '1'],
        ['5', '2'],
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_, text, block) => {
    expect(read({ text })).toEqual(block)
    expect(read({ text, html: '' })).toEqual(block)
  })
})

describe('HTML from the clipboard', () => {
  const table = (...rows: string[]) =>
    `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`

  it.each<[string, string, string[][]]>([
    ['th and td', table('<th>a<td>1'), [['a', '1']]],
    [
      'merged cells',
      table('<td rowspan=2>a<td colspan="2">1', '<td>2<td>3'),
      [
        ['a', '1', ''],
        ['', '2', '3'],
      ],
    ],
    [
      'lines in a cell',
      table('<td><p>商业</p>\n<p>企业<o:p></o:p></p><td>结<br>果<td>1'),
      [['商业\n企业', '结\n果', '1']],
    ],
    [
      'spaces of the source',
      table('<td>\n  1 \n<td><span> &nbsp;</span><td>a\n   b'),
      [['1', '', 'a b']],
    ],
    [
      'a table within a table',
      `<table><tr><td>menu<td>${table('<td>1<td>2')}</table>`,
      [['1', '2']],
    ],
    [
      'two tables',
      `${table('<td>1<td>2')}<p>text</p>${table('<td>3')}`,
      [
        ['1', '2'],
        ['', ''],
        ['3', ''],
      ],
    ],
    ['styles in a cell', table('<td><style>p {}</style>1'), [['1']]],
    [
      'senseless spans',
      table('<td colspan=0 rowspan=x>1<td colspan=100000>2').replace('100000', '1'),
      [['1', '2']],
    ],
  ])('%s', (_, html, block) => {
    expect(read({ html, text: '7' })).toEqual(block)
  })

  it.each<[string, string]>([
    ['no table', '<p>5</p>'],
    ['figures outside its table', `<table><tr><td>标题</table>5`],
    ['an empty table', '<table></table>'],
  ])('is passed over for the text when it has %s', (_, html) => {
    expect(read({ html, text: '5' })).toEqual([['5']])
  })
})
