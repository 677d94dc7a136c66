import { createHash } from 'node:crypto'
import { escapeHtml } from '../../../publication/escapeHtml.ts'
import type { Document, Operation, Schema } from '../types.ts'
import { docsStyle } from './docsStyle.ts'
import { operationHtml } from './operationHtml.ts'
import { tableOf } from './tableOf.ts'
import { typeWords } from './typeWords.ts'

const styleHash = createHash('sha256').update(docsStyle).digest('base64')

/** The page has one style and nothing else: no script, no picture, no request to anybody. */
export const docsPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

interface Entry {
  method: string
  path: string
  operation: Operation
}

/** Draws the document as a page for people. */
export function docsPage(document: Document): string {
  const title = escapeHtml(String(document.info.title))
  const entries = entriesOf(document)
  const groups = document.tags.map((tag) => ({
    ...tag,
    entries: entries.filter(({ operation }) => operation.tags.includes(tag.name)),
  }))
  const list = groups.map(
    ({ name, entries: own }) => `<h2>${escapeHtml(name)}</h2><ul>${own.map(linkTo).join('')}</ul>`,
  )
  const parts = groups.map(
    ({ name, description, entries: own }) =>
      `<section><h2>${escapeHtml(name)}</h2><p class="dim">${escapeHtml(description)}</p>${own
        .map(({ operation, ...place }) => operationHtml(document, place, operation))
        .join('\n')}</section>`,
  )
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${docsStyle}</style></head>
<body><div class="page"><nav aria-label="目录">${list.join('\n')}<h2>数据</h2><ul><li><a href="#schemas">数据结构</a></li></ul></nav>
<main><h1>${title}</h1>${introduction(document)}
${parts.join('\n')}
${schemas(document)}
</main></div></body></html>
`
}

const entriesOf = ({ paths }: Document): Entry[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
  )

const linkTo = ({ operation: { operationId, summary } }: Entry): string =>
  `<li><a href="#${escapeHtml(operationId)}">${escapeHtml(summary)}</a></li>`

/** The description has paragraphs and lists, no other markup. */
function introduction({ info, servers }: Document): string {
  const blocks = String(info.description).split('\n\n')
  const drawn = blocks.map((block) =>
    block.startsWith('- ')
      ? `<ul>${block
          .split('\n')
          .map((line) => `<li>${escapeHtml(line.slice(2))}</li>`)
          .join('')}</ul>`
      : `<p>${escapeHtml(block)}</p>`,
  )
  const file = `${servers[0]?.url ?? ''}/v1/openapi.json`
  const link = `<p>供程序使用的文档（OpenAPI 3.1）：<a href="${escapeHtml(file)}">${escapeHtml(file)}</a></p>`
  return [...drawn, link].join('\n')
}

function schemas({ components }: Document): string {
  const drawn = Object.entries(components.schemas ?? {}).map(([name, schema]) =>
    schemaHtml(name, schema as Schema),
  )
  return `<section id="schemas"><h2>数据结构</h2>${drawn.join('\n')}</section>`
}

function schemaHtml(name: string, schema: Schema): string {
  const head = `<article id="schema-${escapeHtml(name)}"><h3>${escapeHtml(name)}</h3>`
  const members = membersOf(schema)
  if (members.length === 0) return `${head}<p>${typeWords(schema)}</p></article>`
  return `${head}${tableOf(`${escapeHtml(name)} 的成员`, ['名称', '类型', '说明'], members)}</article>`
}

/** Members of members follow their owner, by their way, such as `signature.date`. */
function membersOf(schema: Schema, way = ''): string[][] {
  const { properties = {}, required = [] } = schema as {
    properties?: Readonly<Record<string, Schema>>
    required?: readonly string[]
  }
  return Object.entries(properties).flatMap(([name, member]) => {
    const optional = required.includes(name) ? '' : ' <span class="dim">可能没有</span>'
    const label = `<code>${escapeHtml(way + name)}</code>${optional}`
    const inner = member.type === 'array' ? (member.items as Schema) : member
    const next = `${way}${name}${member.type === 'array' ? '[]' : ''}.`
    return [
      [label, typeWords(member), escapeHtml(descriptionOf(member))],
      ...membersOf(inner, next),
    ]
  })
}

const descriptionOf = ({ description }: Schema): string =>
  typeof description === 'string' ? description : ''
