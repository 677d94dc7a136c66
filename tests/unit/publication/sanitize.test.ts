import { describe, expect, it } from '@jest/globals'
import { canonicalJson } from '../../../src/publication/canonical.ts'
import { plainHtml } from '../../../src/publication/sanitize.ts'
import { sectionText, type SectionContext } from '../../../src/publication/sectionText.ts'
import { wellFormed } from '../../../src/publication/wellFormed.ts'
import { reportContent } from '../../support/publications.ts'
import {
  cell,
  everything,
  everythingHtml,
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

const name = `${'0a'.repeat(32)}.png`

const context: SectionContext = {
  figure: (source) => (source === 'disclosureFigures.total' ? '214' : '〔未填〕'),
  image: (id) =>
    id === 'shown' ? { name, alt: '办事大厅的“公开”栏', width: 640, height: 480 } : undefined,
}

const imageHtml = `<img src="images/${name}" alt="办事大厅的“公开”栏" width="640" height="480" />`

describe('a section as it is published', () => {
  it.each([
    ['a paragraph', paragraph(text('段落')), '<p>段落</p>'],
    ['nothing but an empty paragraph', paragraph(), ''],
    ['a heading of the fourth level', heading('h4', text('题')), '<h4>题</h4>'],
    ['a heading of the fifth level', heading('h5', text('题')), '<h5>题</h5>'],
    ['bold', paragraph(text('字', 1)), '<p><strong>字</strong></p>'],
    ['italic', paragraph(text('字', 2)), '<p><em>字</em></p>'],
    ['underline', paragraph(text('字', 8)), '<p><u>字</u></p>'],
    ['all three', paragraph(text('字', 11)), '<p><u><em><strong>字</strong></em></u></p>'],
    ['a format that is not offered', paragraph(text('字', 4)), '<p>字</p>'],
    [
      'a blank between two words',
      paragraph(text('a', 1), text(' '), text('b', 2)),
      '<p><strong>a</strong> <em>b</em></p>',
    ],
    ['a line break', paragraph(text('上'), lineBreak(), text('下')), '<p>上<br />下</p>'],
    ['a tab', paragraph(text('左'), tab(), text('右')), '<p>左\t右</p>'],
    ['an ordered list', list('ol', item(1, text('一'))), '<ol><li>一</li></ol>'],
    [
      'a list in a list',
      list('ul', item(1, text('一')), item(2, list('ul', item(1, text('二'))))),
      '<ul><li>一</li><li><ul><li>二</li></ul></li></ul>',
    ],
    [
      'a link',
      paragraph(link('https://example.cn/?a=1&b=2')),
      '<p><a href="https://example.cn/?a=1&amp;b=2">链接</a></p>',
    ],
    [
      'an address that became a link',
      paragraph(link('tel:010-1234', 'autolink')),
      '<p><a href="tel:010-1234">链接</a></p>',
    ],
    [
      'a table',
      table(row(cell('题', { headerState: 1, colSpan: 2 })), row(cell('甲'), cell(''))),
      '<table><tbody><tr><th colspan="2"><p>题</p></th></tr>' +
        '<tr><td><p>甲</p></td><td><p><br /></p></td></tr></tbody></table>',
    ],
    ['markup in the words', paragraph(text('<b>&"')), '<p>&lt;b&gt;&amp;"</p>'],
    [
      'a figure as its number and nothing else',
      paragraph(text('公开'), figure('disclosureFigures.total'), text('条')),
      '<p>公开214条</p>',
    ],
    ['an image', image('shown'), `<p>${imageHtml}</p>`],
    ['an image that is gone', image('gone'), ''],
    ['what the editor does not know', { type: 'marquee', version: 1 }, ''],
    [
      'what may not be linked',
      paragraph(link('javascript:alert(1)')),
      '<p><a href="#">链接</a></p>',
    ],
  ])('shows %s', (_, node, html) => {
    expect(sectionText(state(node), context).html).toBe(html)
  })

  it('has all of it in a row, with nothing between the blocks', () => {
    const { html, text: words } = sectionText(everything, context)
    expect(html).toBe(everythingHtml)
    expect(words).toContain('全年加粗斜体下划线')
    expect(words).not.toContain('<')
  })

  it('has the numbers of figures in its words, and no words for images', () => {
    const content = state(
      paragraph(text('公开'), figure('disclosureFigures.total'), text('条')),
      image('shown'),
    )
    expect(sectionText(content, context).text).toBe('公开214条')
  })

  it.each([[undefined], [null]])('of %p is empty', (content) => {
    expect(sectionText(content, context)).toEqual({ html: '', text: '' })
  })
})

describe('plain HTML', () => {
  it.each([
    ['an image of the publication stays', imageHtml, imageHtml],
    [
      'an image of elsewhere goes',
      '<p>a<img src="https://example.cn/a.png" alt="x">b</p>',
      '<p>ab</p>',
    ],
    ['an image of the site goes', '<img src="/api/media/file/a.png">', ''],
    ['an image that climbs goes', `<img src="images/../${name}">`, ''],
    ['an image in the text goes', '<img src="data:image/png;base64,AAAA">', ''],
    ['an image without an address goes', '<img alt="x">', ''],
    [
      'what an image would do goes',
      `<img src="images/${name}" onerror="x()" style="position:fixed" srcset="https://x/y 2x">`,
      `<img src="images/${name}" />`,
    ],
    [
      'white space of templates goes',
      '<ol>\n  <li>a</li>\n</ol>\n   <p>b</p>\n',
      '<ol><li>a</li></ol><p>b</p>',
    ],
    ['white space beside words stays', '<p> a <u>b</u> c </p>', '<p> a <u>b</u> c </p>'],
    ['the blanks authors indent with stay', '<p>　　a</p><p>　</p>', '<p>　　a</p><p>　</p>'],
    [
      'attributes that look like tags are none',
      '<td colspan="2">\n<p>a</p></td>',
      '<td colspan="2"><p>a</p></td>',
    ],
    ['scripts and styles go', '<p style="x" class="y">a<script>b</script></p>', '<p>a</p>'],
  ])('%s', (_, html, plain) => {
    expect(plainHtml(html)).toBe(plain)
    expect(plainHtml(plain)).toBe(plain)
  })
})

describe('well-formed text', () => {
  const lone = '\uD83D'

  it('lets a content with half a character be digested', () => {
    const content = reportContent({ title: `前${lone}后` })
    expect(() => canonicalJson(content)).toThrow()
    expect(canonicalJson(wellFormed(content))).toContain('前\uFFFD后')
  })

  it('leaves whole characters, numbers, blanks and dates as they are', () => {
    const content = { a: ['😀𠮷', 1, null, true, { b: lone + lone }], c: undefined }
    expect(wellFormed(content)).toEqual({
      a: ['😀𠮷', 1, null, true, { b: '\uFFFD\uFFFD' }],
      c: undefined,
    })
  })
})
