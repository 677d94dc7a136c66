import { Bars } from '../charts/Bars.tsx'
import { Picture } from '../charts/Picture.tsx'
import type { Figure } from '../figures/Figure.ts'
import { amountText, numberText, shareText } from '../figures/numbers.ts'

interface PartsPictureProps {
  id: string
  title: string
  /** Head of the kinds in the table. */
  kind: string
  figures: readonly Figure[]
  /** What the kinds are parts of; absent where they overlap. */
  whole?: number | null
  lead?: string
  /** Said where every figure is zero. */
  nothing: string
  note?: string
}

/** Kinds of one year as bars; a year of nothing but zeros in one sentence; absent where none is stated. */
export function PartsPicture(props: PartsPictureProps) {
  const { id, title, kind, figures, whole, lead, nothing, note } = props
  const shown = figures.filter(({ value }) => value !== null)
  if (shown.length === 0) return null
  if (shown.every(({ value }) => value === 0)) {
    return <Nothing id={id} title={title} words={nothing} />
  }
  const words = `${shown.map(({ label, value, unit }) => `${label} ${amountText(value, unit)}`).join('，')}。`
  const share = ({ value, apart }: Figure) =>
    !whole ? [] : [value === null || apart ? '—' : shareText(value / whole)]
  return (
    <Picture
      {...{ id, title, lead, note }}
      draw={(size) => (
        <Bars {...{ id, title, words, size }} figures={shown} whole={whole ?? undefined} />
      )}
      table={{
        columns: [kind, `数量（${figures[0]?.unit}）`, ...(whole ? ['占比'] : [])],
        rows: figures.map((figure) => [figure.label, numberText(figure.value), ...share(figure)]),
      }}
    />
  )
}

function Nothing({ id, title, words }: { id: string; title: string; words: string }) {
  return (
    <section className="picture" id={id} aria-labelledby={`${id}-head`}>
      <h3 id={`${id}-head`}>{title}</h3>
      <p className="nothing">{words}</p>
    </section>
  )
}
