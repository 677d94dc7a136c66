import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { rowsOf } from '../../../src/formats/cells.ts'
import { formatOf } from '../../../src/formats/index.ts'
import { readHtml } from '../../../src/importing/readHtml.ts'
import { readReport } from '../../../src/importing/readReport.ts'
import { readText } from '../../../src/importing/readText.ts'
import type { Block, ImportedReport } from '../../../src/importing/types.ts'
import { UnreadableFile } from '../../../src/importing/UnreadableFile.ts'
import { fixture } from './samples.ts'

const names = ['qinghe-2020.txt', 'layout-2022.html', 'hybrid-2024.html'] as const

const encode = (text: string) => new TextEncoder().encode(text)

function readOrRefuse(name: string, data: Uint8Array): ImportedReport | undefined {
  try {
    return readReport({ name, data })
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined
    throw error
  }
}

interface Mutation {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.nat(3), fc.nat(400)),
  insert: fc.oneof(
    fc.constantFrom(
      '',
      '\n',
      '\t',
      '\n\n',
      '0',
      '7',
      '12',
      '<td>',
      '</tr>',
      '</table>',
      '（六）其他处理',
    ),
    fc.string({ maxLength: 5 }),
  ),
})

const mutate = (text: string, mutations: readonly Mutation[]): string =>
  mutations.reduce((current, { at, remove, insert }) => {
    const start = Math.floor(at * current.length)
    return current.slice(0, start) + insert + current.slice(start + remove)
  }, text)

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s,]/g, '')

/** The figures of a printed row, with a dash for zero. */
const figuresOf = (cells: readonly (string | undefined)[]): Set<number> =>
  new Set(
    cells.flatMap((cell) => {
      const text = plain(cell ?? '')
      if (/^[-—–]{1,2}$/.test(text)) return [0]
      const number = /^[-+]?\d+(?:\.\d+)?/.exec(text)?.[0]
      return number === undefined ? [] : [Number(number)]
    }),
  )

/** Whether some row of the file holds all the figures, and at least a part of the row's label. */
function isPrinted(blocks: readonly Block[], values: readonly number[], label: string): boolean {
  const letters = [...label.replace(/[^\p{Script=Han}]/gu, '')]
  return blocks.some(
    (block) =>
      block.type === 'table' &&
      block.rows.some((cells) => {
        const figures = figuresOf(cells)
        const text = cells.join('')
        const shared = letters.filter((letter) => text.includes(letter)).length
        return values.every((value) => figures.has(value)) && shared * 2 >= letters.length
      }),
  )
}

function misplaced(report: ImportedReport, blocks: readonly Block[]): string[] {
  return rowsOf(formatOf(report.format)).flatMap(({ table, row }) => {
    const cells = Object.values(report.tables[table][row.key] ?? {})
    const values = cells.filter((value) => value !== null)
    const label = table === 'disputes' ? '' : (row.labels.at(-1) ?? '')
    return values.length === 0 || isPrinted(blocks, values, label) ? [] : [`${table}.${row.key}`]
  })
}

describe.each(names)('a damaged %s', (name) => {
  const { text, data } = fixture(name)

  it('is read or refused, and puts no figure where the file has none', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
        const damaged = mutate(text, mutations)
        const report = readOrRefuse(name, encode(damaged))
        if (!report) return
        const blocks = name.endsWith('.html') ? readHtml(damaged).blocks : readText(damaged)
        expect(misplaced(report, blocks)).toEqual([])
      }),
      { numRuns: name.startsWith('hybrid') ? 20 : 100 },
    )
  })

  it('is read or refused wherever it breaks off, in the middle of a character too', () => {
    fc.assert(
      fc.property(fc.nat(data.length), (end) => {
        readOrRefuse(name, data.subarray(0, end))
      }),
      { numRuns: 25 },
    )
  })
})

it('reads a page of 400 KB within a second', () => {
  const { text } = fixture('hybrid-2024.html')
  const filler = `<p class=MsoNormal style='mso-pagination:widow-orphan'><span>正文。</span></p>\n`
  const padded = text.replace('</h3>', `</h3>${filler.repeat(4200)}`)
  const data = encode(padded)
  expect(data.length).toBeGreaterThan(400_000)
  const start = performance.now()
  expect(readReport({ name: 'a.html', data }).sections).toHaveLength(6)
  expect(performance.now() - start).toBeLessThan(1000)
})
