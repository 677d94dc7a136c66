import { describe, expect, it } from '@jest/globals'
import { chosen, optionsIn } from '../../../bench/options.ts'

describe('optionsIn', () => {
  it.each([
    { args: [], only: undefined, json: false },
    { args: ['--json'], only: undefined, json: true },
    { args: ['--only', 'delivery'], only: 'delivery', json: false },
    { args: ['--only', 'engine.report', '--', '--json'], only: 'engine.report', json: true },
  ])('reads $args', ({ args, only, json }) => {
    expect(optionsIn(args)).toEqual({ only, json })
  })

  it.each([[['--onyl', 'engine']], [['engine']], [['--only']]])('refuses %j', (args) => {
    expect(() => optionsIn(args)).toThrow()
  })
})

describe('chosen', () => {
  const names = ['engine.report', 'engine.province', 'delivery.report.vsExpress']

  it.each([
    { only: undefined, some: names },
    { only: 'engine', some: ['engine.report', 'engine.province'] },
    { only: 'delivery.report', some: ['delivery.report.vsExpress'] },
    { only: 'engine.province', some: ['engine.province'] },
  ])('takes $only for the beginning of a name', ({ only, some }) => {
    expect(chosen(names, only)).toEqual(some)
  })

  it('names what there is when nothing fits', () => {
    expect(() => chosen(names, 'report')).toThrow('engine.province')
  })
})
