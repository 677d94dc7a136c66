import { describe, expect, it } from '@jest/globals'
import {
  daysUntil,
  deadlineOf,
  dueYear,
  isDayOfYear,
  timeLeft,
  todayInChina,
  type Deadline,
  type DeadlineRule,
  type OrganKind,
} from '../../../src/desk/deadlines.ts'

const organ = (name: string, ...deadlines: DeadlineRule[]) => ({ name, deadlines })
const everyYear = { month: 1, day: 10 }
const in2021 = { year: 2021, month: 1, day: 5 }
const ofGovernments: DeadlineRule = { kind: 'government', month: 3, day: 20 }

describe('the date a report is due', () => {
  it.each<{ is: string; kind?: OrganKind; line: ReturnType<typeof organ>[]; due: Deadline }>([
    { is: 'the law, for an organ', kind: 'organ', line: [], due: { date: '2022-01-31' } },
    {
      is: 'the law, for a government',
      kind: 'government',
      line: [organ('县')],
      due: { date: '2022-03-31' },
    },
    { is: 'the law, for whom no kind is known', line: [organ('镇')], due: { date: '2022-01-31' } },
    {
      is: 'its own',
      line: [organ('镇', everyYear), organ('县', in2021)],
      due: { date: '2022-01-10', setBy: '镇' },
    },
    {
      is: 'that of the nearest above',
      line: [organ('镇'), organ('县', everyYear), organ('市', in2021)],
      due: { date: '2022-01-10', setBy: '县' },
    },
    {
      is: 'the one for its year',
      line: [organ('县', everyYear, in2021)],
      due: { date: '2022-01-05', setBy: '县' },
    },
    {
      is: 'none for another year',
      line: [organ('镇', { ...in2021, year: 2020 }), organ('县')],
      due: { date: '2022-01-31' },
    },
    {
      is: 'none for another kind',
      kind: 'government',
      line: [organ('县', everyYear)],
      due: { date: '2022-03-31' },
    },
    {
      is: 'the one for its kind',
      kind: 'government',
      line: [organ('县', everyYear, ofGovernments)],
      due: { date: '2022-03-20', setBy: '县' },
    },
  ])('is $is', ({ kind, line, due }) => {
    expect(deadlineOf({ year: 2021, kind }, line)).toEqual(due)
  })

  it.each([
    ['2022-01-19', 12, '还有 12 天'],
    ['2022-01-31', 0, '今天截止'],
    ['2022-02-03', -3, '已逾期 3 天'],
    ['2021-12-31', 31, '还有 31 天'],
  ])('is told on %s as %d days', (today, days, words) => {
    expect(daysUntil('2022-01-31', today)).toBe(days)
    expect(timeLeft({ date: '2022-01-31' }, today)).toBe(words)
  })

  it('turns with the day and the year in China', () => {
    const newYear = new Date('2021-12-31T16:00:00Z')
    expect(todayInChina(newYear)).toBe('2022-01-01')
    expect(dueYear(todayInChina(newYear))).toBe(2021)
    expect(dueYear(todayInChina(new Date(newYear.getTime() - 1)))).toBe(2020)
  })

  it.each([
    [1, 31, true],
    [2, 29, false],
    [2, 28, true],
    [13, 1, false],
    [0, 1, false],
    [4, 31, false],
    [1, 0, false],
    [1.5, 1, false],
    [undefined, 1, false],
  ])('may be set to month %p day %p: %p', (month, day, allowed) => {
    expect(isDayOfYear(month, day)).toBe(allowed)
  })
})
