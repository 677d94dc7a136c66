import { describe, expect, it } from '@jest/globals'
import { checkRichText, richTextLimits } from '../../../src/narrative/checkRichText.ts'
import { paragraphsToRichText } from '../../../src/narrative/richText.ts'
import {
  cell,
  everything,
  figure,
  heading,
  image,
  item,
  lineBreak,
  link,
  list,
  paragraph,
  row,
  state,
  tab,
  table,
  text,
} from '../../support/richText.ts'

const cellSource = 'tables.applications.received.total'

const cellOf = (...children: unknown[]) => ({ ...cell(''), children })

const nested = (depth: number): object =>
  depth === 0 ? item(1, text('底')) : item(1, list('ul', nested(depth - 1)))

describe('a section’s content is taken when it is', () => {
  it.each([
    ['absent', undefined],
    ['null', null],
    ['all that the editor offers', everything],
    ['an empty paragraph', state(paragraph())],
    ['imported paragraphs', paragraphsToRichText(['第一段', '', '第二段'])],
    ['an import without paragraphs', paragraphsToRichText([])],
    ['pasted text in a format that is not offered', state(paragraph(text('²', 64)))],
    ['nested twenty lists deep', state(list('ul', nested(20)))],
    ['a whole telephone number', state(paragraph(link('tel:010-12345678')))],
    ['a figure of a cell', state(paragraph(text('收到'), figure(cellSource), text('件')))],
    ['a figure of another form', state(paragraph(figure('tables.disclosure.other.change')))],
    ['a figure of a channel', state(paragraph(figure('disclosureFigures.channels.8f-1')))],
    ['an image', state(image('65f0c0ffee65f0c0ffee65f0'))],
    [
      'an image and a figure in a table',
      state(table(row(cellOf(image('a'), paragraph(figure(cellSource)))))),
    ],
    ['an address in Chinese', state(paragraph(link('https://例子.中国/公开')))],
  ])('%s', (_, value) => {
    expect(checkRichText(value)).toBeUndefined()
  })
})

describe('a section’s content is refused when it is', () => {
  it.each<[string, unknown, string]>([
    ['a string', '正文', '不能是文字'],
    ['a number', 5, '不能是文字'],
    ['a list', [], '不能是文字'],
    ['an object without a root', {}, '缺少 root'],
    ['a root of another type', { root: { ...paragraph(), type: 'paragraph' } }, '缺少 root'],
    ['children that are no list', { root: { type: 'root', children: 5 } }, 'children'],
    ['a root without children', { root: { type: 'root' } }, 'children'],
    ['a root that the editor cannot open', state(), '至少要有一个段落'],
    ['null among the children', state(null), '没有类型'],
    ['a node without a type', state({ children: [] }), '没有类型'],
    ['an unknown node', state({ type: 'marquee', version: 1 }), '不支持的内容（marquee）'],
    ['a name of Object.prototype', state({ type: 'constructor', version: 1 }), '不支持'],
    ['an image still being sent', state({ ...image(''), pending: { formID: 'x' } }), '尚未上传'],
    ['an image with its document', state(image({ id: 'x' })), '编号'],
    ['an image of another collection', state(image('x', 'users')), '只能放“图片”'],
    ['an image in a sentence', state(paragraph(image('x'))), '不能直接放图片'],
    ['a figure outside a paragraph', state(figure(cellSource)), '不能直接放表中数据'],
    ['a figure that nobody chose', state(paragraph(figure(undefined))), '还没有选择来源'],
    ['a figure of nothing', state(paragraph(figure('tables.applications.received'))), '来源'],
    ['a figure of a table that no form has', state(paragraph(figure('tables.x.y.z'))), '来源'],
    ['a figure that is no text', state(paragraph(figure({ a: 1 }))), '来源'],
    ['a figure with its number', state(paragraph(figure(cellSource, { value: 3 }))), 'value'],
    ['another inline block', state(paragraph(figure(cellSource, { blockType: 'x' }))), '行内内容'],
    ['an inline block without fields', state(paragraph({ type: 'inlineBlock' })), '行内内容'],
    ['a block', state(paragraph(), { type: 'block', version: 2, fields: {} }), '不支持'],
    ['a root in a root', state({ ...state(paragraph()).root }), '不能直接放正文'],
    ['text outside a paragraph', state(text('游离')), '不能直接放文字'],
    ['a paragraph in a paragraph', state(paragraph(paragraph())), '不能直接放段落'],
    ['a link in a link', state(paragraph({ ...link('tel:1'), children: [link('tel:1')] })), '链接'],
    ['an item outside a list', state(item(1)), '不能直接放列表项'],
    ['text in a table', state(table(text('x'))), '不能直接放文字'],
    ['text in a cell', state(table(row({ ...cell(''), children: [text('x')] }))), '单元格'],
    ['something below a text', state(paragraph({ ...text('x'), children: [] })), '不能再有内容'],
    ['something below a break', state(paragraph({ ...lineBreak(), children: [] })), '换行'],
    ['a text without words', state(paragraph({ ...text(''), text: 5 })), '字符串'],
    ['a tab without words', state(paragraph({ ...tab(), text: undefined })), '字符串'],
    ['a format in words', state(paragraph({ ...text('x'), format: 'bold' })), 'format'],
    ['a chapter heading', state(heading('h1', text('一'))), 'h4'],
    ['a check list', state({ ...list('ul', item(1)), listType: 'check' }), '列表'],
    ['a list of another tag', state({ ...list('ul', item(1)), tag: 'menu' }), '列表'],
    ['an item without a number', state(list('ul', item(NaN))), '序号'],
    ['a cell that spans a word', state(table(row(cell('', { colSpan: '2" x="' })))), '合并'],
    ['a cell that spans nothing', state(table(row(cell('', { rowSpan: 0 })))), '合并'],
    ['a cell of no header state', state(table(row(cell('', { headerState: 'x' })))), 'headerState'],
    ['a cell coloured 5', state(table(row(cell('', { backgroundColor: 5 })))), 'backgroundColor'],
    ['a link without fields', state(paragraph({ ...link(''), fields: null })), '内部文档'],
    [
      'a link to a document',
      state(paragraph({ ...link(''), fields: { linkType: 'internal', doc: { value: 1 } } })),
      '内部文档',
    ],
    ['too deep', state(list('ul', nested(richTextLimits.depth))), '嵌套'],
    [
      'too many nodes',
      state(...Array.from({ length: richTextLimits.nodes }, () => paragraph())),
      '项',
    ],
    ['too long', state(paragraph(text('字'.repeat(richTextLimits.characters + 1)))), '20 万字'],
  ])('%s', (_, value, reason) => {
    expect(checkRichText(value)).toContain(reason)
  })

  it.each([
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    ['ftp://files.example.cn/a'],
    ['/relative'],
    ['www.example.cn'],
    ['https://'],
    ['http:/example.cn'],
    ['http://intranet/'],
    ['https://example.cn/a b'],
    [' https://example.cn'],
    [''],
    [5],
    [undefined],
  ])('a link to %p', (url) => {
    expect(checkRichText(state(paragraph(link(url))))).toContain('须是以 http://')
    expect(checkRichText(state(paragraph(link(url, 'autolink'))))).toContain('须是以 http://')
  })

  it('a circle', () => {
    const circle = item(1, list('ul', item(1)))
    Object.assign(circle, { children: [list('ul', circle)] })
    expect(checkRichText(state(list('ul', circle)))).toContain('嵌套')
  })
})
