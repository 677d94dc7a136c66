import type { Section } from '../../src/payload-types.ts'

/** Editor states, with the members that Lexical serialises. */

export interface RichNode {
  type: string
  version: number
  [member: string]: unknown
}

const element = (type: string, children: unknown, rest: object = {}): RichNode => ({
  type,
  version: 1,
  children,
  direction: null,
  format: '',
  indent: 0,
  ...rest,
})

export const text = (words: string, format = 0): RichNode => ({
  type: 'text',
  version: 1,
  text: words,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
})
export const tab = (): RichNode => ({ ...text('\t'), type: 'tab', detail: 2 })
export const lineBreak = (): RichNode => ({ type: 'linebreak', version: 1 })
export const paragraph = (...children: unknown[]): RichNode => element('paragraph', children)
export const heading = (tag: string, ...children: unknown[]): RichNode =>
  element('heading', children, { tag })
export const item = (value: number, ...children: unknown[]): RichNode =>
  element('listitem', children, { value })
export const list = (tag: 'ol' | 'ul', ...children: unknown[]): RichNode =>
  element('list', children, { tag, listType: tag === 'ol' ? 'number' : 'bullet', start: 1 })
export const link = (url: unknown, type: 'link' | 'autolink' = 'link'): RichNode =>
  element(type, [text('链接')], {
    version: 3,
    fields: { linkType: 'custom', newTab: false, url },
    ...(type === 'link' ? { id: '65f0c0ffee65f0c0ffee65f0' } : {}),
  })
export const figure = (source: unknown, rest: object = {}): RichNode => ({
  type: 'inlineBlock',
  version: 1,
  fields: { id: '65f0c0ffee65f0c0ffee65f1', blockName: '', blockType: 'figure', source, ...rest },
})
export const image = (id: unknown, relationTo = 'media'): RichNode => ({
  type: 'upload',
  version: 3,
  format: '',
  id: '65f0c0ffee65f0c0ffee65f2',
  fields: null,
  relationTo,
  value: id,
})
export const cell = (words: string, rest: object = {}): RichNode =>
  element('tablecell', [paragraph(...(words ? [text(words)] : []))], {
    backgroundColor: null,
    colSpan: 1,
    headerState: 0,
    rowSpan: 1,
    ...rest,
  })
export const row = (...cells: unknown[]): RichNode => element('tablerow', cells)
export const table = (...rows: unknown[]): RichNode => element('table', rows)

export const state = (...children: unknown[]): NonNullable<Section['content']> =>
  ({ root: element('root', children) }) as unknown as NonNullable<Section['content']>

/** Something of everything that the editor offers. */
export const everything = state(
  heading('h4', text('主动公开')),
  heading('h5', text('政策解读')),
  paragraph(
    text('全年'),
    text('加粗', 1),
    text('斜体', 2),
    text('下划线', 8),
    text('全部', 11),
    tab(),
    lineBreak(),
    link('https://www.example.cn/gk?a=1&b=2'),
    link('mailto:gk@example.cn', 'autolink'),
  ),
  list(
    'ol',
    item(1, text('其一')),
    item(2, text('其二')),
    item(3, list('ul', item(1, text('甲')))),
  ),
  table(
    row(cell('事项', { headerState: 3 }), cell('件数', { headerState: 1, colSpan: 2 })),
    row(cell('公文'), cell('12'), cell('')),
  ),
  paragraph(),
)

export const everythingHtml = [
  '<h4>主动公开</h4><h5>政策解读</h5>',
  '<p>全年<strong>加粗</strong><em>斜体</em><u>下划线</u><u><em><strong>全部</strong></em></u>\t<br />',
  '<a href="https://www.example.cn/gk?a=1&amp;b=2">链接</a><a href="mailto:gk@example.cn">链接</a></p>',
  '<ol><li>其一</li><li>其二</li><li><ul><li>甲</li></ul></li></ol>',
  '<table><tbody><tr><th><p>事项</p></th><th colspan="2"><p>件数</p></th></tr>',
  '<tr><td><p>公文</p></td><td><p>12</p></td><td><p><br /></p></td></tr></tbody></table>',
  '<p><br /></p>',
].join('')
