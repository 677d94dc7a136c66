import type { CellValue } from '../formats/types.ts'
import type { ReportContent } from '../publication/types.ts'
import { figuresOf, told, type YearFigures } from './figures.ts'

/**
 * What the year comes to, in plain words for people who read no table.
 * @returns one paragraph on what was disclosed and asked for, one on disputes
 */
export function leadOf(content: ReportContent): string[] {
  const figures = figuresOf(content)
  const first = [disclosed(figures), applications(figures)].filter(Boolean).join('；')
  return [`${content.year}年，${content.organization.name}${first}。`, `${disputes(figures)}。`]
}

/** Not a cell of the form: a report need not state it. */
const disclosed = ({ disclosed }: YearFigures): string =>
  told(disclosed, (n) => `主动公开政府信息${n}条`, '未主动公开政府信息')

function applications({ received, carriedIn, handled, carriedOut }: YearFigures): string {
  const all = [received, carriedIn, handled, carriedOut]
  if (all.every(isBlank)) return '政府信息公开申请的数据未填报'
  if (all.every(isZero)) return '未收到政府信息公开申请，也没有上年结转的申请'
  return phrases(
    told(
      received,
      (n) => `收到政府信息公开申请${n}件`,
      '未收到政府信息公开申请',
      '收到申请数未填报',
    ),
    told(carriedIn, (n) => `上年结转${n}件`, '', '上年结转数未填报'),
    told(handled, (n) => `办结${n}件`, '办结0件', '办结数未填报'),
    told(carriedOut, (n) => `结转下年度${n}件`, '没有结转下年度的申请', '结转下年度数未填报'),
  )
}

function disputes({ reconsideration, litigation }: YearFigures): string {
  const both = [reconsideration, litigation]
  if (both.every(isBlank)) return '行政复议、行政诉讼的数据未填报'
  if (both.every(isZero)) return '没有因政府信息公开工作发生行政复议和行政诉讼'
  return `因政府信息公开工作发生的案件：${phrases(
    told(reconsideration, (n) => `行政复议${n}件`, '没有行政复议', '行政复议件数未填报'),
    told(litigation, (n) => `行政诉讼${n}件`, '没有行政诉讼', '行政诉讼件数未填报'),
  )}`
}

const isBlank = (value: CellValue): boolean => value === null
const isZero = (value: CellValue): boolean => value === 0

const phrases = (...parts: string[]): string => parts.filter(Boolean).join('，')
