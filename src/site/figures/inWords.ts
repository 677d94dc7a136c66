import { results } from './applications.ts'
import { changeWords } from './comparison.ts'
import type { Content } from './Figure.ts'
import { keyFigure, keyFigures, type KeyFigure } from './keyFigures.ts'
import { numberText, shareText } from './numbers.ts'

/**
 * The year in a few plain sentences.
 * @param before the report of the year before, when it is there
 */
export function inWords(content: Content, before: Content | undefined): string[] {
  return [
    disclosed(content, before),
    received(content, before),
    handled(content),
    disputes(content),
  ].filter((sentence) => sentence !== '')
}

const disclosed = (content: Content, before: Content | undefined): string =>
  stated(
    content,
    before,
    'disclosed',
    (amount, change) => `全年主动公开政府信息 ${amount}${change}。`,
  )

const received = (content: Content, before: Content | undefined): string =>
  keyFigure(content, 'received') === 0
    ? '全年没有收到新的政府信息公开申请。'
    : stated(
        content,
        before,
        'received',
        (amount, change) => `新收政府信息公开申请 ${amount}${change}。`,
      )

function stated(
  content: Content,
  before: Content | undefined,
  key: KeyFigure,
  write: (amount: string, change: string) => string,
): string {
  const figure = keyFigures(content).find((candidate) => candidate.key === key)
  if (!figure || figure.value === null) return ''
  const then = before ? keyFigure(before, key) : null
  const { value: now, unit } = figure
  const change = then === null ? '' : `，${changeWords({ before: then, now, unit })}`
  return write(`${numberText(now)} ${unit}`, change)
}

function handled(content: Content): string {
  const total = keyFigure(content, 'handled')
  if (!total) return ''
  const parts = results(content)
    .filter(({ value }) => value)
    .map(
      ({ label, value }) =>
        `${label} ${numberText(value)} 件（占 ${shareText((value ?? 0) / total)}）`,
    )
  const carriedOut = keyFigure(content, 'carriedOut')
  const which = parts.length > 0 ? `，其中${parts.join('、')}` : ''
  const rest = carriedOut ? `；${numberText(carriedOut)} 件结转下年度继续办理` : ''
  return `办结申请 ${numberText(total)} 件${which}${rest}。`
}

function disputes(content: Content): string {
  const [reconsideration, litigation] = [
    keyFigure(content, 'reconsideration'),
    keyFigure(content, 'litigation'),
  ]
  if (reconsideration === null || litigation === null) return ''
  if (reconsideration + litigation === 0) return '没有因政府信息公开引起的行政复议和行政诉讼。'
  return `因政府信息公开被申请行政复议 ${numberText(reconsideration)} 件、提起行政诉讼 ${numberText(litigation)} 件。`
}
