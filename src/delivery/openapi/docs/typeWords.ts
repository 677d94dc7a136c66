import { escapeHtml } from '../../../publication/escapeHtml.ts'
import type { Schema } from '../types.ts'

const words: Readonly<Record<string, string>> = {
  string: '文本',
  integer: '整数',
  number: '数',
  boolean: '是否',
  object: '对象',
  null: 'null',
}

const formats: Readonly<Record<string, string>> = {
  'date-time': '时间',
  date: '日期',
  uri: '网址',
  binary: '文件',
}

/** @returns what a value is, in HTML; named schemas are links */
export function typeWords(schema: Schema): string {
  const { $ref, anyOf, type, items, additionalProperties, format } = schema
  if (typeof $ref === 'string') return linkTo($ref)
  if (Array.isArray(anyOf)) return (anyOf as Schema[]).map(typeWords).join(' 或 ')
  if ('const' in schema) return `<code>${escapeHtml(JSON.stringify(schema.const))}</code>`
  if (Array.isArray(schema.enum)) return choices(schema.enum)
  if (type === 'array') return `${typeWords(items as Schema)}的列表`
  if (typeof additionalProperties === 'object' && additionalProperties) {
    return `以键取${typeWords(additionalProperties as Schema)}`
  }
  if (typeof format === 'string' && formats[format]) {
    return formats[format] + (Array.isArray(type) ? ' 或 null' : '')
  }
  return [type]
    .flat()
    .map((one) => words[String(one)] ?? String(one))
    .join(' 或 ')
}

const linkTo = ($ref: string): string => {
  const name = escapeHtml($ref.slice($ref.lastIndexOf('/') + 1))
  return `<a href="#schema-${name}">${name}</a>`
}

const choices = (values: readonly unknown[]): string =>
  values.map((value) => `<code>${escapeHtml(String(value))}</code>`).join('、')
