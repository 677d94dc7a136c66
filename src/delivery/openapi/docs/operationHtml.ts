import { escapeHtml } from '../../../publication/escapeHtml.ts'
import { exampleAddress } from '../exampleAddress.ts'
import type { Document, Operation, Parameter, Response } from '../types.ts'
import { tableOf } from './tableOf.ts'
import { typeWords } from './typeWords.ts'

interface Place {
  method: string
  path: string
}

/** One operation with its parameters, its answers and an example. */
export function operationHtml(document: Document, place: Place, operation: Operation): string {
  const { operationId, summary, description = '' } = operation
  return [
    `<article id="${escapeHtml(operationId)}"><h3>${escapeHtml(summary)}</h3>`,
    `<p class="address"><span class="method">${place.method.toUpperCase()}</span> <code>${escapeHtml(place.path)}</code></p>`,
    description && `<p>${escapeHtml(description)}</p>`,
    example(document, place, operation),
    parameters(operation.parameters ?? []),
    answers(document, operation),
    '</article>',
  ].join('\n')
}

function example({ servers }: Document, { method, path }: Place, operation: Operation): string {
  const address = `${servers[0]?.url ?? ''}${exampleAddress(path, operation)}`
  if (method === 'get')
    return `<p>例如 <a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>`
  const body = JSON.stringify(operation.requestBody?.content['application/json']?.example)
  const call = [
    `curl -X ${method.toUpperCase()} '${address}'`,
    `  -H 'Authorization: api-clients API-Key <密钥>'`,
    `  -H 'Content-Type: application/json' -d '${body}'`,
  ].join(' \\\n')
  return `<pre>${escapeHtml(call)}</pre>`
}

const parameters = (all: readonly Parameter[]): string =>
  all.length === 0
    ? ''
    : tableOf(
        '参数',
        ['名称', '位置', '类型', '说明'],
        all.map(({ name, in: place, schema, required, description }) => [
          `<code>${escapeHtml(name)}</code>${required ? '' : ' <span class="dim">可选</span>'}`,
          place === 'path' ? '地址' : '查询',
          typeWords(schema),
          escapeHtml(description) + limitsOf(schema),
        ]),
      )

function limitsOf(schema: Parameter['schema']): string {
  const { minimum, maximum, default: preset } = schema as Record<string, string | number>
  const range = maximum === undefined ? '' : `（${minimum} 至 ${maximum}）`
  return escapeHtml(range + (preset === undefined ? '' : `（不给则为 ${preset}）`))
}

function answers(document: Document, { responses }: Operation): string {
  return tableOf(
    '回应',
    ['状态', '内容', '说明'],
    Object.entries(responses).map(([status, response]) => {
      const { content = {}, description } = resolve(document, response)
      const types = Object.entries(content).map(
        ([type, { schema }]) => `<code>${escapeHtml(type)}</code> ${typeWords(schema)}`,
      )
      return [status === 'default' ? '其他' : status, types.join('<br>'), escapeHtml(description)]
    }),
  )
}

function resolve(document: Document, response: Response | { $ref: string }): Response {
  if (!('$ref' in response)) return response
  const name = response.$ref.slice(response.$ref.lastIndexOf('/') + 1)
  return document.components.responses?.[name] as Response
}
