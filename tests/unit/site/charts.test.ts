import { describe, expect, it } from '@jest/globals'
import { load } from 'cheerio'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Bars } from '../../../src/site/charts/Bars.tsx'
import { Columns } from '../../../src/site/charts/Columns.tsx'
import { fitText, textWidth } from '../../../src/site/charts/fitText.ts'
import { Stacks } from '../../../src/site/charts/Stacks.tsx'
import { sizes, type Size } from '../../../src/site/charts/sizes.ts'
import type { Figure } from '../../../src/site/figures/Figure.ts'

const figure = (label: string, value: number | null): Figure => ({
  ...{ key: label, label, unit: '件', value },
})

const names = { id: 'x', title: '标题', words: '予以公开 3 件。' }
const long = '示例省示例市示例县人民政府门户网站政府信息公开专栏'

const charts: Record<string, (size: Size) => ReactElement> = {
  bars: (size) =>
    createElement(Bars, {
      ...{ ...names, size, whole: 4 },
      figures: [figure('予以公开', 3), figure('不予公开', 1)],
    }),
  'bars with long labels and large numbers': (size) =>
    createElement(Bars, {
      ...{ ...names, size },
      figures: [figure(long, 1_234_567), figure('《日报》', 0)],
    }),
  'bars of zeros and blanks': (size) =>
    createElement(Bars, {
      ...{ ...names, size },
      figures: [figure('予以公开', 0), figure('不予公开', null)],
    }),
  columns: (size) =>
    createElement(Columns, {
      ...{ ...names, size, year: 2024 },
      points: [2019, 2020, 2021, 2022, 2023, 2024].map((year) => ({ year, value: year * 11 })),
    }),
  'columns of one year and of a blank': (size) =>
    createElement(Columns, { ...names, size, points: [{ year: 2021, value: null }] }),
  stacks: (size) =>
    createElement(Stacks, {
      ...{ ...names, size },
      years: [2021, 2022].map((year) => ({
        year,
        parts: ['予以公开', '部分公开', '不予公开', '无法提供'].map((label, i) =>
          figure(label, (year - 2020) * i),
        ),
      })),
    }),
  'stacks of nothing': (size) =>
    createElement(Stacks, {
      ...{ ...names, size },
      years: [{ year: 2021, parts: [figure('予以公开', null)] }],
    }),
}

const cases = Object.entries(charts).flatMap(([name, draw]) =>
  sizes.map((size) => ({ name, size, draw, form: size.name })),
)

describe.each(cases)('$name, $form', ({ draw, size }) => {
  const svg = renderToStaticMarkup(draw(size))
  const $ = load(svg, { xml: true })

  it('needs no inline style and runs nothing', () => {
    expect(svg).not.toMatch(/\sstyle=|<style|<script|\son\w+=|javascript:/)
  })

  it('has numbers everywhere', () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('is one picture with a name and all that it shows in words', () => {
    const root = $('svg')
    const ids = (root.attr('aria-labelledby') ?? '').split(' ')
    expect(root.attr('role')).toBe('img')
    expect(ids.map((id) => $(`[id="${id}"]`).text())).toEqual(['标题', '予以公开 3 件。'])
  })

  it('has the same ids each time, and each once', () => {
    const ids = $('[id]')
      .toArray()
      .map(({ attribs }) => attribs.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(renderToStaticMarkup(draw(size))).toBe(svg)
  })

  it('keeps within its frame', () => {
    const [, , width = 0, height = 0] = ($('svg').attr('viewBox') ?? '').split(' ').map(Number)
    for (const rect of $('svg > g rect').toArray()) {
      const { x = '0', width: wide = '0', height: high = '0' } = rect.attribs
      expect(Number(x) + Number(wide)).toBeLessThanOrEqual(width + 0.01)
      expect(Number(high)).toBeLessThanOrEqual(height)
      expect(Number(wide)).toBeGreaterThanOrEqual(0)
    }
    for (const text of $('svg > g > text').toArray()) {
      const shift = /translate\(([\d.]+)/.exec($(text).parent().attr('transform') ?? '')?.[1] ?? '0'
      const at = Number(text.attribs.x ?? 0) + Number(shift)
      const long = textWidth($(text).text()) * size.font
      const anchor = text.attribs['text-anchor']
      const from = anchor === 'end' ? at - long : anchor === 'middle' ? at - long / 2 : at
      expect(from).toBeGreaterThanOrEqual(-0.01)
      expect(from + long).toBeLessThanOrEqual(width + 0.01)
    }
  })
})

describe('the widths of bars', () => {
  it('are to each other as their numbers', () => {
    const $ = load(renderToStaticMarkup(charts.bars!(sizes[0]!)), { xml: true })
    const [three, one] = $('.bar')
      .toArray()
      .map(({ attribs }) => Number(attribs.width))
    expect(three! / one!).toBeCloseTo(3)
    expect($('.value').text()).toBe('3 件，75%1 件，25%')
  })

  it('are told apart by pattern, not by colour alone', () => {
    const $ = load(renderToStaticMarkup(charts.stacks!(sizes[0]!)), { xml: true })
    const hatches = $('pattern')
      .toArray()
      .map((pattern) => $(pattern).find('path').attr('d'))
    expect(new Set(hatches).size).toBe(4)
    const paints = $('.segment')
      .toArray()
      .map(({ attribs }) => /#(.+)\)/.exec(attribs.fill ?? '')?.[1])
    expect(paints.every((id) => $(`pattern[id="${id}"]`).length === 1)).toBe(true)
  })
})

describe('text that must fit', () => {
  it.each([
    ['予以公开', 4, '予以公开'],
    ['予以公开政府信息', 5, '予以公开…'],
    ['', 5, ''],
    ['ABC', 2, 'ABC'],
  ])('%s in %d ems is %s', (text, ems, expected) => {
    expect(fitText(text, ems)).toBe(expected)
  })
})
