/** The content codings that representations are prepared in, the smallest first. */
export const codings = ['br', 'gzip', 'identity'] as const

export type Coding = (typeof codings)[number]

/** Browsers send a handful of different headers; whoever sends others is parsed each time. */
const known = new Map<string, Coding>()
const mostKnown = 100

/**
 * Chooses by `Accept-Encoding` (RFC 9110, 12.5.3). Express orders codings of equal weight as the
 * client happened to write them, and browsers write gzip first; here the smaller one wins.
 * @returns the coding of the highest weight; `identity` when the header is absent or refuses all
 */
export function chooseCoding(header: string | undefined): Coding {
  if (!header) return 'identity'
  const remembered = known.get(header)
  if (remembered) return remembered
  const chosen = negotiate(header)
  if (known.size < mostKnown && header.length < 200) known.set(header, chosen)
  return chosen
}

function negotiate(header: string): Coding {
  const weights = new Map(header.split(',').map(readWeight))
  const weightOf = (coding: Coding): number =>
    weights.get(coding) ?? (coding === 'identity' ? leastOf(weights) : weights.get('*')) ?? 0
  const [best] = codings
    .map((coding) => ({ coding, weight: weightOf(coding) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return best?.coding ?? 'identity'
}

/** Unmentioned, identity is acceptable but never preferred. */
const leastOf = (weights: Map<string, number>): number =>
  weights.get('*') === 0 ? 0 : Number.MIN_VALUE

function readWeight(item: string): [name: string, weight: number] {
  const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase())
  const q = parameters.find((parameter) => /^q\s*=/.test(parameter))
  const weight = q === undefined ? 1 : Number.parseFloat(q.slice(q.indexOf('=') + 1))
  return [name === 'x-gzip' ? 'gzip' : name, Number.isFinite(weight) ? weight : 0]
}
