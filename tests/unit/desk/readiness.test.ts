import { describe, expect, it } from '@jest/globals'
import { missingFor, readinessOf, type ReadinessInput } from '../../../src/desk/readiness.ts'
import { blankCellsOf } from '../../../src/formats/cells.ts'
import { formatOf } from '../../../src/formats/index.ts'
import type { TablesData } from '../../../src/formats/types.ts'
import { reconcile } from '../../../src/reconciliation/index.ts'
import { balancedTables, variedLeaf, withCells } from '../../support/balancedTables.ts'

const format = formatOf('2021')
const full = balancedTables(format, variedLeaf(7))
const zeros = balancedTables(format, () => 0)

const reportWith = (changes: Partial<ReadinessInput['report']> = {}): ReadinessInput['report'] => ({
  format: '2021',
  period: { from: '2021-01-01', to: '2021-12-31' },
  contact: { phone: '0000-0000000' },
  signedOn: '2022-01-10',
  ...changes,
})

const sections: ReadinessInput['sections'] = format.sections.map(({ key, heading }) => ({
  id: key,
  key,
  heading,
  filled: true,
}))

/** A report that wants nothing, but for the changes. */
function inputOf(tables: TablesData, changes: Partial<ReadinessInput> = {}): ReadinessInput {
  return {
    report: reportWith(),
    reconciliation: reconcile({ format, tables }),
    blanks: blankCellsOf(format, tables),
    sections,
    references: [],
    ...changes,
  }
}

const missing = (verb: 'publish' | 'submit', input: ReadinessInput) =>
  missingFor(verb, readinessOf(input)).map(({ key }) => key)

const requirement = (key: string, input: ReadinessInput) =>
  readinessOf(input).find((one) => one.key === key)

const emptied = (...keys: string[]) =>
  sections.map((section) => (keys.includes(section.key) ? { ...section, filled: false } : section))

describe('what a report still wants', () => {
  it('is nothing when all is there', () => {
    expect(readinessOf(inputOf(full)).filter(({ met }) => !met)).toEqual([])
  })

  it.each<{ of: string; input: ReadinessInput; publish: string[]; submit?: string[] }>([
    {
      of: 'a blank cell',
      input: inputOf(withCells(full, { 'disclosure.regulations.issued': null })),
      publish: ['tables.blank'],
    },
    {
      of: 'a sum that does not hold',
      input: inputOf(withCells(full, { 'disputes.reconsideration.total': 1 })),
      publish: ['tables.violated'],
    },
    {
      of: 'a hold',
      input: inputOf(full, { report: reportWith({ hold: { reason: '原件如此' } }) }),
      publish: ['hold'],
    },
    {
      of: 'zeros that nobody has declared',
      input: inputOf(zeros),
      publish: ['acknowledgements.nil'],
    },
    {
      of: 'parts without text',
      input: inputOf(full, { sections: emptied('overview', 'problems', 'other') }),
      publish: [],
      submit: ['sections.overview', 'sections.problems', 'sections.other'],
    },
    {
      of: 'parts whose table speaks for them',
      input: inputOf(full, { sections: emptied('disclosure', 'applications', 'disputes') }),
      publish: [],
    },
    {
      of: 'a period without its end',
      input: inputOf(full, { report: reportWith({ period: { from: '2021-01-01' } }) }),
      publish: [],
      submit: ['period'],
    },
    {
      of: 'what is only advised',
      input: inputOf(full, { report: reportWith({ contact: { phone: ' ' }, signedOn: null }) }),
      publish: [],
    },
  ])('counts $of', ({ input, publish, submit = publish }) => {
    expect(missing('publish', input)).toEqual(publish)
    expect(missing('submit', input)).toEqual(submit)
  })

  it('takes a sub-section for the text of its part', () => {
    const sub = { id: 'sub', key: 'overview', heading: '主动公开', parent: 'overview' } as const
    const written = [...emptied('overview'), { ...sub, filled: true }]
    const empty = [...emptied('overview'), { ...sub, filled: false }]
    expect(missing('submit', inputOf(full, { sections: written }))).toEqual([])
    expect(missing('submit', inputOf(full, { sections: empty }))).toEqual(['sections.overview'])
  })

  it('counts a warning until it is explained', () => {
    const disclosureFigures = { total: 1, channels: [{ name: '公众号', count: 2 }] }
    const open = reconcile({ format, tables: full, disclosureFigures })
    const reconciliation = {
      ...open,
      findings: open.findings.map((finding) => ({
        ...finding,
        acknowledged: { by: '示例', at: '2022-01-10T00:00:00.000Z', reason: '含转载' },
      })),
    }
    expect(missing('submit', inputOf(full, { reconciliation: open }))).toEqual(['acknowledgements'])
    expect(missing('submit', inputOf(full, { reconciliation }))).toEqual([])
  })

  it('leads to the place where it is put right, and says what is wrong there', () => {
    const blank = inputOf(withCells(full, { 'disclosure.regulations.issued': null }))
    expect(requirement('tables.blank', blank)).toMatchObject({
      where: {
        tab: 'tables',
        cell: { table: 'disclosure', row: 'regulations', column: 'issued' },
      },
      detail: expect.stringContaining('还有 1 格空白，首先是主动公开表“规章”行'),
    })
    const wrong = inputOf(withCells(full, { 'disputes.reconsideration.total': 1 }))
    expect(requirement('tables.violated', wrong)?.where.cell).toMatchObject({ table: 'disputes' })
    const unwritten = inputOf(full, { sections: emptied('problems') })
    expect(requirement('sections.problems', unwritten)?.where).toEqual({
      tab: 'narrative',
      section: 'problems',
    })
  })
})
