import { diffArrays } from 'diff'
import type { RevisionContent } from '../api/types.ts'
import { numberText } from '../figures/numbers.ts'

/** What a correction changed: facts and figures, each with what it was before, and the text. */
export interface Differences {
  values: { label: string; before: string; now: string }[]
  texts: { heading: string; parts: TextPart[] }[]
}

export interface TextPart {
  kind: 'kept' | 'removed' | 'added'
  text: string
}

/** @returns the differences of two revisions of one report; both lists empty when there are none */
export function differences(before: RevisionContent, now: RevisionContent): Differences {
  return {
    values: [
      ...changed(factsOf(before), factsOf(now)),
      ...changed(channelCounts(before), channelCounts(now)),
      ...changed(cellsIn(before), cellsIn(now)),
    ],
    texts: changedTexts(textsOf(before), textsOf(now)),
  }
}

type Values = Map<string, string>

function changed(before: Values, now: Values): Differences['values'] {
  const labels = [...new Set([...before.keys(), ...now.keys()])]
  return labels
    .map((label) => ({ label, before: before.get(label) ?? '—', now: now.get(label) ?? '—' }))
    .filter((value) => value.before !== value.now)
}

const factsOf = ({
  title,
  organization,
  period,
  contact,
  signature,
  disclosureFigures,
}: RevisionContent): Values =>
  new Map([
    ['标题', title],
    ['机关', organization.name],
    ['统计期限', `${period.from} 至 ${period.to}`],
    ['联系单位', contact.office ?? '—'],
    ['联系电话', contact.phone ?? '—'],
    ['联系地址', contact.address ?? '—'],
    ['电子邮箱', contact.email ?? '—'],
    ['落款日期', signature.date ?? '—'],
    ['主动公开政府信息总数', numberText(disclosureFigures.total)],
  ])

const channelCounts = ({ disclosureFigures }: RevisionContent): Values =>
  new Map(
    disclosureFigures.channels.map(({ channel, count }) => [
      `公开渠道：${channel.name}`,
      numberText(count),
    ]),
  )

const tableNames = {
  disclosure: '主动公开表',
  applications: '依申请公开表',
  disputes: '复议诉讼表',
}

function cellsIn({ tables }: RevisionContent): Values {
  const cells: Values = new Map()
  for (const table of ['disclosure', 'applications', 'disputes'] as const) {
    const { columns, rows } = tables[table]
    for (const { labels, cells: values } of rows) {
      for (const { key, label, group } of columns.filter(({ key }) => key in values)) {
        const column = group ? `${group} ${label}` : label
        const row = labels.slice(-2).join(' ')
        cells.set(`${tableNames[table]}：${row}，${column}`, numberText(values[key] ?? null))
      }
    }
  }
  return cells
}

/** The text of each part under its heading. */
function textsOf({ preamble, sections }: RevisionContent): Values {
  const parts = sections.flatMap(({ heading, text, children }) => [
    [heading, text] as const,
    ...children.map((child) => [`${heading} ${child.heading}`, child.text] as const),
  ])
  return new Map([['前言', preamble], ...parts])
}

const changedTexts = (before: Values, now: Values): Differences['texts'] =>
  changed(before, now).map(({ label }) => ({
    heading: label,
    parts: textParts(before.get(label) ?? '', now.get(label) ?? ''),
  }))

/** Compared by sentences: whole thoughts are read more easily than single characters. */
const textParts = (before: string, now: string): TextPart[] =>
  diffArrays(sentencesOf(before), sentencesOf(now)).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'kept',
    text: value.join(''),
  }))

const sentencesOf = (text: string): string[] =>
  text.match(/[^。！？；\n]*[。！？；\n]|[^。！？；\n]+$/g) ?? []
