import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { editorConfigFactory, getEnabledNodes } from '@payloadcms/richtext-lexical'
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import type { Payload } from 'payload'
import { formatOf } from '../../src/formats/index.ts'
import type { Report, Section } from '../../src/payload-types.ts'
import type { ReportContent } from '../../src/publication/types.ts'
import { balancedTables, variedLeaf } from '../support/balancedTables.ts'
import { boot, type Booted } from '../support/boot.ts'
import { graphql } from '../support/graphql.ts'
import { furnish, newReport, type Office } from '../support/office.ts'
import { restClient, type RestClient } from '../support/rest.ts'
import {
  everything,
  everythingHtml,
  figure,
  heading,
  image,
  item,
  link,
  list,
  paragraph,
  state,
  text,
  type RichNode,
} from '../support/richText.ts'

let booted: Booted
let payload: Payload
let office: Office
let rest: RestClient
let report: string

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  office = await furnish(payload)
  rest = await restClient(booted, office)
  report = (await newReport(payload, office.town.id, 2030)).id
})
afterAll(() => booted.stop())

async function part(key: Section['key']): Promise<Section> {
  const { docs } = await payload.find({
    collection: 'sections',
    where: { report: { equals: report }, key: { equals: key }, parent: { exists: false } },
    depth: 0,
  })
  if (!docs[0]) throw new Error(`No section ${key}`)
  return docs[0]
}

const patch = (id: string, data: object) =>
  rest.as('editor').call('PATCH', `/api/sections/${id}`, data)

const problemsOf = (body: { errors: { data: { errors: unknown[] } }[] }) =>
  body.errors[0]?.data.errors

const refusal = (words: string) => [{ path: 'content', message: expect.stringContaining(words) }]

const stored = async (id: string) =>
  (await payload.findByID({ collection: 'sections', id, depth: 0 })).content

/** The nodes of the admin’s editor. */
function editorNodes() {
  const field = payload.collections.sections.config.fields.find(
    (candidate) => 'name' in candidate && candidate.name === 'content',
  )
  if (field?.type !== 'richText') throw new Error('No rich text')
  return getEnabledNodes({ editorConfig: editorConfigFactory.fromField({ field }) })
}

/** The state as the admin’s editor hands it back after opening it. */
function throughTheEditor(content: NonNullable<Section['content']>): SerializedEditorState {
  const editor = createHeadlessEditor({
    nodes: editorNodes(),
    onError: (error) => {
      throw error
    },
  })
  editor.setEditorState(editor.parseEditorState(JSON.stringify(content)))
  return editor.getEditorState().toJSON()
}

const deep = (levels: number): RichNode =>
  list('ul', item(1, ...(levels > 0 ? [deep(levels - 1)] : [])))

const bad: [string, unknown, string][] = [
  ['text', '随便写写', '不能是文字'],
  ['an empty object', {}, '缺少 root'],
  ['children that are a number', { root: { type: 'root', children: 5 } }, 'children'],
  ['children that are numbers', { root: { type: 'root', children: [5, 'x', null] } }, '没有类型'],
  ['an unknown node', state({ type: 'marquee', version: 1 }), '不支持'],
  ['an image that is not there', state(image('gone')), '图片不存在'],
  ['a file of another collection', state(image('x', 'users')), '只能放“图片”'],
  ['a figure of nothing', state(paragraph(figure('tables.x'))), '来源'],
  [
    'a figure of another form',
    state(paragraph(figure('tables.disclosure.procurement.amount'))),
    '没有正文引用的单元格（tables.disclosure.procurement.amount）',
  ],
  ['a heading that is not offered', state(heading('h1', text('题'))), 'h4'],
  ['a link that runs', state(paragraph(link('javascript:alert(1)'))), 'http://'],
  ['five hundred lists in one another', state(deep(500)), '嵌套'],
  ['an item without a number', state(list('ul', { ...item(1), value: null })), '序号'],
]

describe('content that the editor could not have made is refused and not stored', () => {
  it.each(bad)('over REST: %s', async (_, content, words) => {
    const { id, content: before } = await part('problems')
    const { status, body } = await patch(id, { content })
    expect({ status, problems: problemsOf(body) }).toEqual({
      status: 400,
      problems: refusal(words),
    })
    expect(body.errors[0].message).toContain(words)
    expect(await stored(id)).toEqual(before)
  })

  it.each(bad)('over GraphQL: %s', async (_, content, words) => {
    const { id, content: before } = await part('problems')
    const mutation = `mutation ($id: String!, $content: JSON) {
      updateSection(id: $id, data: { content: $content }) { id }
    }`
    const { errors } = await graphql(booted, office, 'editor', mutation, { id, content })
    expect(errors?.[0]?.message).toContain(words)
    expect(errors?.[0]?.extensions).toMatchObject({ data: { errors: refusal(words) } })
    expect(await stored(id)).toEqual(before)
  })

  it.each(bad)('over the Local API: %s', async (_, content, words) => {
    const { id, content: before } = await part('problems')
    await expect(
      payload.update({ collection: 'sections', id, data: { content } as Partial<Section> }),
    ).rejects.toMatchObject({ status: 400, data: { errors: refusal(words) } })
    expect(await stored(id)).toEqual(before)
  })

  it('with a new sub-section', async () => {
    const { id } = await part('overview')
    const { status, body } = await rest.as('editor').call('POST', '/api/sections', {
      ...{ report, parent: id, key: 'overview', order: 1, heading: '小节', content: {} },
    })
    expect({ status, problems: problemsOf(body) }).toEqual({
      status: 400,
      problems: refusal('缺少 root'),
    })
    const { totalDocs } = await payload.count({
      collection: 'sections',
      where: { report: { equals: report } },
    })
    expect(totalDocs).toBe(6)
  })
})

describe('content of the editor', () => {
  it('has only nodes that are published', () => {
    const types = editorNodes().map((node) => ('replace' in node ? node.replace : node).getType())
    const published = [everything, figure('disclosureFigures.total'), image('x')]
    const used = [...JSON.stringify(published).matchAll(/"type":"(\w+)"/g)].map(([, type]) => type)
    // Payload brings blocks along with inline blocks; the editor offers none.
    expect(types.filter((type) => !used.includes(type))).toEqual(['block'])
  })

  it('is stored as it comes, and a change elsewhere leaves it', async () => {
    const { id } = await part('overview')
    const content = throughTheEditor(everything)
    expect((await patch(id, { content })).status).toBe(200)
    expect(await stored(id)).toEqual(JSON.parse(JSON.stringify(content)))
    const sub = await rest.as('editor').call('POST', '/api/sections', {
      ...{ report, parent: id, key: 'overview', order: 1, heading: '旧题', content },
    })
    expect(sub.status).toBe(201)
    expect((await patch(sub.body.doc.id, { heading: '新题' })).status).toBe(200)
    expect(await stored(sub.body.doc.id)).toEqual(JSON.parse(JSON.stringify(content)))
  })

  it('is noted in its report, whatever is done to it, where publishing is noted too', async () => {
    const noted = async () => {
      const where = { id: { equals: report } }
      const found = await payload.db.findOne<Report>({ collection: 'reports', where })
      return { textEdits: found?.textEdits ?? 0, updatedAt: found?.updatedAt }
    }
    const { id } = await part('other')
    const before = await noted()
    const editor = rest.as('editor')
    const data = { report, parent: id, key: 'other', order: 0, heading: '甲', content: null }
    const { body } = await editor.call('POST', '/api/sections', data)
    await editor.call('POST', '/api/sections', { ...data, order: 1, heading: '乙' })
    const sub = `/api/sections/${body.doc.id}`
    await editor.call('PATCH', sub, { heading: '丙' })
    await editor.call('POST', `${sub}/move`, { direction: 'down' }) // both change places
    await editor.call('DELETE', sub)
    // What is refused is not: its transaction is taken back.
    expect((await patch(id, { content: {} })).status).toBe(400)
    expect(await noted()).toEqual({ ...before, textEdits: before.textEdits + 6 })
  })

  it('may be emptied', async () => {
    const { id } = await part('other')
    expect((await patch(id, { content: state(paragraph()) })).status).toBe(200)
    expect((await patch(id, { content: null })).status).toBe(200)
    expect(await stored(id)).toBeNull()
  })

  it('is published with underline, list, table and link, and half a character breaks nothing', async () => {
    const { id } = await part('problems')
    expect((await patch(id, { content: state(paragraph(text('断\uD83D字'))) })).status).toBe(200)
    const contact = { office: '办公\uDE00室' }
    expect(
      (await rest.as('editor').call('PATCH', `/api/reports/${report}`, { contact })).status,
    ).toBe(200)
    const { revision } = await payload.findByID({ collection: 'reports', id: report, depth: 0 })
    const tables = balancedTables(formatOf('2021'), variedLeaf(2030))
    const put = await rest
      .as('editor')
      .call('PUT', `/api/reports/${report}/tables`, { revision, tables })
    expect(put.status).toBe(200)
    for (const { key, severity } of put.body.reconciliation.findings) {
      if (severity !== 'warning') continue
      await rest
        .as('editor')
        .call('POST', `/api/reports/${report}/acknowledge`, { key, reason: '属实' })
    }
    const publish = await rest.as('reviewer').call('POST', `/api/reports/${report}/publish`)
    expect({ status: publish.status, errors: publish.body.errors }).toEqual({ status: 200 })
    const content = await publishedContent()
    expect(sectionOf(content, 'overview')).toMatchObject({
      html: everythingHtml,
      children: [{ heading: '（一）新题', html: everythingHtml }],
    })
    expect(sectionOf(content, 'problems')).toMatchObject({
      html: '<p>断\uFFFD字</p>',
      text: '断\uFFFD字',
    })
    expect(content.contact.office).toBe('办公\uFFFD室')
  })
})

async function publishedContent(): Promise<ReportContent> {
  const { docs } = await payload.find({ collection: 'publications', depth: 0 })
  expect(docs).toHaveLength(1)
  const content: unknown = docs[0]?.content
  return (typeof content === 'string' ? JSON.parse(content) : content) as ReportContent
}

const sectionOf = ({ sections }: ReportContent, key: string) =>
  sections.find((section) => section.key === key)
