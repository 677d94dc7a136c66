/** One line of the table, and of what `--json` gives. */
export interface BenchResult {
  /** `area.what[.against]` */
  name: string
  value: number
  unit: string
  /** What the value is held against, in the same unit, measured in the same run. */
  baseline: number | null
  /** Value to baseline: the median over the rounds, not the quotient of the medians. */
  ratio: number | null
  /** Between these lie the ratios of the middle half of the rounds: how far to trust the median. */
  spread: [number, number] | null
  /** What else there is to know, such as the tool that measured. */
  note: string | null
}

/** Some benchmarks that share what they have to set up. */
export interface Area {
  names: readonly string[]
  /**
   * @param wanted some of `names`
   * @throws when what is measured does not do its work, for then its speed means nothing
   */
  run: (wanted: readonly string[]) => Promise<BenchResult[]>
}

/** @throws when there are no values */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const low = sorted[Math.ceil(middle) - 1]
  const high = sorted[Math.floor(middle)]
  if (low === undefined || high === undefined) throw new Error('no values to take a median of')
  return (low + high) / 2
}

/** A benchmark that stands for itself. */
export const measured = (name: string, unit: string, value: number): BenchResult => ({
  name,
  value: rounded(value),
  unit,
  baseline: null,
  ratio: null,
  spread: null,
  note: null,
})

/**
 * A benchmark against a baseline. Rounds are compared one by one, so that a machine that slows down
 * half-way slows both.
 * @param values of the subject, one a round
 * @param baselines of the baseline, in the same rounds
 */
export function compared(
  name: string,
  unit: string,
  values: readonly number[],
  baselines: readonly number[],
  note: string | null = null,
): BenchResult {
  if (values.length !== baselines.length) throw new Error(`${name}: the rounds do not pair`)
  const ratios = values.map((value, round) => value / (baselines[round] ?? NaN))
  return {
    name,
    value: rounded(median(values)),
    unit,
    baseline: rounded(median(baselines)),
    ratio: rounded(median(ratios)),
    spread: middleHalf(ratios),
    note,
  }
}

export function middleHalf(values: readonly number[]): [low: number, high: number] {
  const sorted = [...values].sort((a, b) => a - b)
  const cut = Math.floor(sorted.length / 4)
  return [rounded(sorted[cut] ?? NaN), rounded(sorted[sorted.length - 1 - cut] ?? NaN)]
}

/** To whole numbers from a hundred on, else to three digits: noise hides what comes after. */
const rounded = (value: number): number =>
  value >= 100 ? Math.round(value) : Number(value.toPrecision(3))

const heads = ['name', 'value', 'unit', 'baseline', 'ratio', 'middle half', 'note']

/** All results as a table in plain text. */
export function tableOf(results: readonly BenchResult[]): string {
  const rows = results.map(({ name, value, unit, baseline, ratio, spread, note }) => [
    name,
    shown(value),
    unit,
    shown(baseline),
    shown(ratio),
    spread ? spread.map(shown).join(' … ') : '',
    note ?? '',
  ])
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: string[]) =>
    row
      .map((text, column) =>
        isNumber(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [heads, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n')
}

const isNumber = (column: number) => ['value', 'baseline', 'ratio'].includes(heads[column] ?? '')

const shown = (value: number | null) => (value === null ? '' : value.toLocaleString('en-US'))
