import { changeWords } from '../figures/comparison.ts'
import type { Figure } from '../figures/Figure.ts'
import { numberText } from '../figures/numbers.ts'

interface KeyFiguresProps {
  figures: readonly Figure[]
  /** Of the year before, by key; absent where there is no such report. */
  before?: ReadonlyMap<string, number | null>
}

/** The largest numbers on the page. What a report does not state has no place here. */
export function KeyFigures({ figures, before }: KeyFiguresProps) {
  return (
    <dl className="key-figures">
      {figures
        .filter(({ value }) => value !== null)
        .map(({ key, label, unit, value, unstatedBy }) => {
          const then = before?.get(key) ?? null
          return (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                <strong>{numberText(value)}</strong> {unit}
              </dd>
              {then !== null && value !== null && (
                <dd className="change">{changeWords({ before: then, now: value, unit })}</dd>
              )}
              {Boolean(unstatedBy) && (
                <dd className="change">另有 {unstatedBy} 份报告未载明，未计入</dd>
              )}
            </div>
          )
        })}
    </dl>
  )
}
