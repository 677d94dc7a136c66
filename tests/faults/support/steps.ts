import { readFileSync } from 'node:fs'
import { formatOf } from '../../../src/formats/index.ts'
import type { TablesData } from '../../../src/formats/types.ts'
import { balancedTables, variedLeaf, withCell } from '../../support/balancedTables.ts'
import { importedOrgan, type Effect, type Known, type Model } from './Model.ts'
import { isSame } from './problemsIn.ts'
import type { Call } from './protocol.ts'
import type { Random } from './Random.ts'

export const stepKinds = [
  'save',
  'saveRow',
  'edit',
  'publish',
  'revise',
  'withdraw',
  'import',
  'importInto',
] as const
export type StepKind = (typeof stepKinds)[number]

/** One request and what it would make of the database. */
export interface Step {
  kind: StepKind
  call: Call
  effect: Effect
}

const fixtures = new URL('../../fixtures/importing/', import.meta.url)
const text = readFileSync(new URL('qinghe-2020.txt', fixtures), 'utf8')
const { tables } = JSON.parse(readFileSync(new URL('qinghe-2020.json', fixtures), 'utf8')) as {
  tables: TablesData
}
/** The cells of the file that is imported. */
export const importedTables = tables

/** Ids of the rows of reports, by `report.table.row`. */
export type RowIds = ReadonlyMap<string, string>

/**
 * Draws a request that the model says will be accepted, so that most kills meet real work.
 * @returns nothing when no report is in a stage for it
 */
export function drawStep(
  kind: StepKind,
  { model, random, rowIds }: { model: Model; random: Random; rowIds: RowIds },
): Step | undefined {
  if (kind === 'import') return importNew(random)
  const candidates = [...model.reports.values()].filter((known) => mayBe[kind](known))
  if (candidates.length === 0) return undefined
  const known = random.oneOf(candidates)
  switch (kind) {
    case 'save':
      return saveAll(known, random)
    case 'saveRow':
      return saveRow(known, random, rowIds)
    case 'edit':
      return edit(known, random)
    case 'importInto':
      return importInto(known)
    default:
      return verb(kind, known)
  }
}

const isEditable = ({ stage }: Known) => stage === 'drafting' || stage === 'revising'

const mayBe: Record<Exclude<StepKind, 'import'>, (known: Known) => boolean> = {
  save: isEditable,
  saveRow: (known) => isEditable(known) && known.revision > 0,
  edit: isEditable,
  publish: (known) => isEditable(known) && known.revision > 0,
  revise: ({ stage }) => stage === 'published' || stage === 'withdrawn',
  withdraw: ({ isPublic }) => isPublic,
  importInto: (known) => isEditable(known) && known.format === '2019',
}

/** Every cell of every table changes, so that a half of it would show. */
function saveAll({ id, format, revision }: Known, random: Random): Step {
  const wanted = balancedTables(formatOf(format), variedLeaf(random.integer(1_000_000)))
  return {
    kind: 'save',
    call: {
      as: 'editor',
      method: 'PUT',
      path: `/api/reports/${id}/tables`,
      body: { revision, tables: wanted },
    },
    effect: { report: id, after: { tables: wanted, revision: revision + 1 } },
  }
}

/** A row whose cells no identity binds. */
function saveRow({ id, tables: now, revision }: Known, random: Random, rowIds: RowIds): Step {
  const decisions = 1_000 + random.integer(1_000_000)
  const cell = { table: 'disclosure', row: 'penalty', column: columnOf(now) } as const
  return {
    kind: 'saveRow',
    call: {
      as: 'editor',
      method: 'PATCH',
      path: `/api/table-rows/${rowIds.get(`${id}.disclosure.penalty`)}`,
      body: { cells: { [cell.column]: decisions } },
    },
    effect: {
      report: id,
      after: { tables: withCell(now, cell, decisions), revision: revision + 1 },
    },
  }
}

const columnOf = ({ disclosure }: TablesData): string =>
  Object.keys(disclosure.penalty ?? {})[0] ?? ''

function edit({ id }: Known, random: Random): Step {
  const preamble = `引言第 ${random.integer(1_000_000)} 稿。`
  return {
    kind: 'edit',
    call: { as: 'editor', method: 'PATCH', path: `/api/reports/${id}`, body: { preamble } },
    effect: { report: id, after: { preamble } },
  }
}

function verb(kind: 'publish' | 'revise' | 'withdraw', known: Known): Step {
  const after: Record<typeof kind, Partial<Known>> = {
    publish: {
      stage: 'published',
      publishedRevision: known.publishedRevision + 1,
      isPublic: true,
    },
    revise: { stage: 'revising' },
    withdraw: { stage: 'withdrawn', isPublic: false },
  }
  return {
    kind,
    call: {
      as: 'reviewer',
      method: 'POST',
      path: `/api/reports/${known.id}/${kind}`,
      body: { comment: '说明' },
    },
    effect: { report: known.id, after: { text: known.text, ...after[kind] } },
  }
}

function importNew(random: Random): Step {
  const organizationName = `${importedOrgan}${random.integer(1_000_000_000)}`
  return {
    kind: 'import',
    call: upload('administrator', { organizationName }),
    effect: { importsFor: organizationName },
  }
}

/** The tables and the sections alone, so that what becomes of the rest need not be known. */
function importInto({ id, revision, tables: now }: Known): Step {
  const take = {
    about: false,
    channels: false,
    tables: Object.keys(importedTables),
    sections: ['overview', 'problems'],
  }
  const isNew = !isSame(now, importedTables)
  return {
    kind: 'importInto',
    call: upload('editor', { into: id, revision: String(revision), take: JSON.stringify(take) }),
    effect: {
      report: id,
      after: { tables: importedTables, revision: revision + (isNew ? 1 : 0) },
    },
  }
}

/** The sample report, sent to the import. */
export const upload = (as: Call['as'], fields: Record<string, string>): Call => ({
  ...{ as, method: 'POST', path: '/api/reports/import' },
  upload: { name: 'report.txt', text, fields },
})
