import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { rowsOf } from '../../../src/formats/cells.ts'
import { formatOf, formats } from '../../../src/formats/index.ts'
import type { TablesData } from '../../../src/formats/types.ts'
import { barsOf } from '../../../src/publication/charts/barsOf.ts'
import { chartsOf } from '../../../src/publication/charts/chartsOf.ts'
import { coverAlt } from '../../../src/publication/charts/drawCover.ts'
import { fontFile } from '../../../src/publication/charts/rasterize.ts'
import { cellsOf } from '../../../src/publication/publishedCells.ts'
import type { ContentOptions } from '../../support/publications.ts'
import { balancedTables, variedLeaf } from '../../support/balancedTables.ts'
import { charactersIn } from '../../support/fonts.ts'
import { reportContent } from '../../support/publications.ts'

const figuresOf = (options: ContentOptions = {}) => {
  const content = reportContent(options)
  return { ...content, read: cellsOf(content) }
}
const full = (format: string, seed = 3): TablesData =>
  balancedTables(formatOf(format), variedLeaf(seed))

describe('the charts of a report', () => {
  it.each(formats.map(({ key }) => key))('tell all of their numbers in words: %s', (format) => {
    const tables = full(format)
    const rows = tables.applications
    const [applicants, outcomes] = barsOf(figuresOf({ format, tables }))
    const sum = (lines?: readonly { value: number }[]) =>
      (lines ?? []).reduce((total, { value }) => total + value, 0)
    expect(sum(applicants?.lines)).toBe(rows.received?.total)
    expect(sum(outcomes?.lines)).toBe(
      (rows.handledTotal?.total ?? 0) + (rows.carriedOut?.total ?? 0),
    )
    expect(outcomes?.lines.map(({ label }) => label)).toEqual([
      ...['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理'],
      '结转下年度继续办理',
    ])
    for (const bars of [applicants, outcomes]) {
      for (const { label, value } of bars?.lines ?? []) {
        expect(bars?.alt).toContain(`${label}${value}件`)
      }
    }
  })

  it.each([
    ['zeros', { fill: 0 }],
    ['blanks', { fill: null }],
  ])('are none but the cover where there is nothing to show: %s', async (_, options) => {
    const charts = await chartsOf(figuresOf(options))
    expect(charts.map(({ key }) => key)).toEqual(['cover'])
  })

  it('are pictures that a 公众号 takes, the same for the same figures', async () => {
    const tables = full('2021')
    const charts = await chartsOf(figuresOf({ tables }))
    expect(charts.map(({ key }) => key)).toEqual(['cover', 'applicants', 'outcomes'])
    for (const { data, width, height, name } of charts) {
      expect(await sharp(data).metadata()).toMatchObject({ format: 'png', width, height })
      expect(data.length).toBeLessThan(1_000_000)
      expect(name).toMatch(/^[0-9a-f]{64}\.png$/)
    }
    const [cover, applicants] = charts
    expect((cover?.width ?? 0) / (cover?.height ?? 1)).toBeCloseTo(2.35, 2)
    expect(applicants?.width).toBe(1080)
    const again = await chartsOf(figuresOf({ tables, name: '别的机关' }))
    expect(again.map(({ name }) => name)).toEqual(charts.map(({ name }) => name))
    const others = await chartsOf(figuresOf({ tables: full('2021', 4) }))
    expect(others[1]?.name).not.toBe(applicants?.name)
  })
})

describe('the font of the charts', () => {
  it('has every character of the labels of all forms, the words and the digits', () => {
    const known = charactersIn(readFileSync(fontFile))
    const labels = formats.flatMap((format) =>
      rowsOf(format).flatMap(({ row, columns }) => [
        ...row.labels,
        ...columns.flatMap(({ label, group = '' }) => [label, group]),
      ]),
    )
    const titles = formats.flatMap(({ key }) =>
      barsOf(figuresOf({ format: key, tables: full(key) })).flatMap(({ title, alt }) => [
        title,
        alt,
      ]),
    )
    const needed = new Set([...labels, ...titles, coverAlt(2029), '0123456789-.'].join(''))
    expect([...needed].filter((character) => !known.has(character))).toEqual([])
  })
})
