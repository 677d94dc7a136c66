import { expect, it } from '@jest/globals'
import { blankTables } from '../../../src/formats/cells.ts'
import { formatOf } from '../../../src/formats/index.ts'
import type { FigureContext } from '../../../src/narrative/figures.ts'
import { narrativeOf, type NarrativeSection } from '../../../src/narrative/passages.ts'
import {
  cell,
  figure,
  image,
  item,
  link,
  list,
  paragraph,
  row,
  state,
  table,
  text,
} from '../../support/richText.ts'

const format = formatOf('2021')

function contextWith(total: number | null): FigureContext {
  const tables = blankTables(format)
  Object.assign(tables.applications.received!, { total })
  return { format, tables, figures: { total: 214, channels: [] } }
}

const received = paragraph(
  text('收到申请'),
  figure('tables.applications.received.total'),
  text('件', 1),
)

const sections: NarrativeSection[] = [
  { id: 'p', key: 'problems', heading: '五', order: 4, content: null },
  {
    ...{ id: 'b', key: 'overview', parent: 'o', heading: '依申请公开', order: 2 },
    content: state(received, list('ol', item(1, text('其一')), item(2, text('其二')))),
  },
  {
    ...{ id: 'a', key: 'overview', parent: 'o', heading: '主动公开', order: 1 },
    content: state(
      paragraph(text('公开'), figure('disclosureFigures.total'), text('条，见'), link('tel:1')),
      image('m'),
      paragraph(),
      table(row(cell('公文'), cell('12'))),
    ),
  },
  {
    id: 'o',
    key: 'overview',
    heading: '一、总体情况',
    order: 0,
    content: state(paragraph(text('总述'))),
  },
]

it('is read as it stands, with figures written out and what has no words left out', () => {
  expect(narrativeOf(' 引言\r\n\n第二段 ', sections, contextWith(3))).toEqual([
    { id: 'preamble', section: 'preamble', text: '引言\n第二段' },
    { id: 'o', section: 'overview', heading: '一、总体情况', text: '总述' },
    {
      ...{ id: 'a', section: 'overview', heading: '主动公开' },
      text: '公开214条，见链接\n公文 | 12',
    },
    {
      ...{ id: 'b', section: 'overview', heading: '依申请公开' },
      text: '收到申请3件\n其一\n其二',
    },
  ])
})

it.each([
  [null, '收到申请〔未填〕件'],
  [0, '收到申请0件'],
  [12345, '收到申请12345件'],
])('follows the tables: %p', (total, words) => {
  const [passage] = narrativeOf(null, sections.slice(1, 2), contextWith(total))
  expect(passage?.text).toContain(words)
})
