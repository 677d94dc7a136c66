import { describe, expect, it } from '@jest/globals'
import { changed, cookieOf, displayIn, safePath } from '../../../src/site/display/display.ts'

const usual = { type: 'usual', contrast: 'usual' } as const

describe('what a reader chose', () => {
  it.each([
    [null, usual],
    ['display=', usual],
    ['a=1; display=large; b=2', { ...usual, type: 'large' }],
    ['display=large.high', { type: 'large', contrast: 'high' }],
    ['otherdisplay=large', usual],
    ['display=<script>', usual],
  ])('is read from %s', (header, expected) => {
    expect(displayIn(header)).toEqual(expected)
  })

  it.each(['type=large', 'contrast=high', 'type=usual', 'type=huge', ''])(
    'comes back from the cookie that %s leads to',
    (form) => {
      const display = changed({ type: 'usual', contrast: 'high' }, new URLSearchParams(form))
      const cookie = cookieOf(display).split(';')[0] ?? ''
      expect(displayIn(cookie)).toEqual(display)
    },
  )

  it('changes only what the form names', () => {
    const form = new URLSearchParams('type=large')
    expect(changed({ type: 'usual', contrast: 'high' }, form)).toEqual({
      ...{ type: 'large', contrast: 'high' },
    })
  })
})

describe('the way back', () => {
  it.each([
    ['/reports/liuhe/2021', '/reports/liuhe/2021'],
    ['/search?q=%E6%9F%B3', '/search?q=%E6%9F%B3'],
    ['/search?q=柳河', '/search?q=%E6%9F%B3%E6%B2%B3'],
    ['//evil.example/', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example/', '/'],
    ['/a/..//evil.example', '/'],
    ['', '/'],
    [null, '/'],
  ])('of %s is %s', (path, expected) => {
    expect(safePath(path)).toBe(expected)
  })
})
