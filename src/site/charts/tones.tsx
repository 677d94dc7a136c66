/** Kinds are told apart by pattern as well as by colour: on paper, and by those who see no colours. */
const hatches: readonly (string | undefined)[] = [
  undefined,
  'M-2 10L10 -2M-2 2L2 -2M6 10L10 6',
  'M1.5 4a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z',
  'M4 0V8',
  'M0 4H8M4 0V8',
  'M0 4H8',
  'M-2 -2L10 10M6 -2L10 2M-2 6L2 10',
]

export const mostTones = hatches.length

const toneId = (id: string, tone: number) => `${id}-tone-${tone}`

/** @returns the paint of a kind by its place among the kinds */
export const paintOf = (id: string, tone: number): string => `url(#${toneId(id, tone % mostTones)})`

/** @param id of the drawing, which the patterns' ids begin with */
export function Tones({ id, count }: { id: string; count: number }) {
  return (
    <defs>
      {hatches.slice(0, count).map((hatch, tone) => (
        <pattern
          key={tone}
          id={toneId(id, tone)}
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
        >
          <rect className={`tone tone--${tone}`} width={8} height={8} />
          {hatch && <path className={`hatch${tone === 2 ? ' hatch--full' : ''}`} d={hatch} />}
        </pattern>
      ))}
    </defs>
  )
}
