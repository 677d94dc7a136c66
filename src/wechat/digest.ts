import type { ReportContent } from '../publication/types.ts'
import { figuresOf, told } from './figures.ts'
import { clip } from './limits.ts'

/**
 * The summary under an article's title: the year's figures in plain words. What is blank is not
 * spoken of; what does not fit is left out whole, the least important last figures first.
 * @param max characters
 */
export function articleDigest(content: ReportContent, max: number): string {
  const opening = clip(`${content.year}年，${content.organization.name}`, max)
  return filled(opening, phrasesOf(content), '，', max) ?? clip(content.title, max)
}

/**
 * The summary of a later part: what is in it.
 * @param headings of its sections
 * @param max characters
 */
export function partDigest(title: string, headings: readonly string[], max: number): string {
  const opening = clip(`${title}：`, max)
  return filled(opening, headings, '；', max) ?? clip(title, max)
}

/** @returns as many whole phrases as fit, or `undefined` when none does */
function filled(
  opening: string,
  phrases: readonly string[],
  separator: string,
  max: number,
): string | undefined {
  let text = opening
  for (const phrase of phrases) {
    const longer = text === opening ? text + phrase : text + separator + phrase
    if (longer.length + 1 > max) break
    text = longer
  }
  return text === opening ? undefined : `${text}。`
}

function phrasesOf(content: ReportContent): string[] {
  const figures = figuresOf(content)
  return [
    told(figures.disclosed, (n) => `主动公开政府信息${n}条`, '未主动公开政府信息'),
    told(figures.received, (n) => `收到政府信息公开申请${n}件`, '未收到政府信息公开申请'),
    told(figures.handled, (n) => `办结${n}件`),
    told(figures.carriedOut, (n) => `结转下年度${n}件`),
    told(figures.reconsideration, (n) => `行政复议${n}件`, '无行政复议'),
    told(figures.litigation, (n) => `行政诉讼${n}件`, '无行政诉讼'),
  ].filter((phrase) => phrase !== '')
}
