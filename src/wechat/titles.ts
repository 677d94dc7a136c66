import type { ReportContent } from '../publication/types.ts'
import { clip, type ArticleWarning } from './limits.ts'

export interface Limited {
  value: string
  warnings: ArticleWarning[]
}

/** @param limit characters, at most */
export function titleOf({ title, organization, year }: ReportContent, limit: number): Limited {
  const shorter = [
    `${organization.name}${year}年政府信息公开工作年度报告`,
    `${organization.name}${year}年政府信息公开年报`,
    `${year}年政府信息公开工作年度报告`,
  ]
  return firstThatFits('title.shortened', '标题', [title, ...shorter], limit)
}

/** What tells the articles of one report apart. */
export const mark = (part: number, parts: number): string => `（${part}/${parts}）`

/** @param limit characters, at most */
export const authorOf = ({ organization, signature }: ReportContent, limit: number): Limited =>
  firstThatFits('author.shortened', '作者', [organization.name, signature.name], limit)

/** @param candidates the wanted text first; it is clipped when none fits */
function firstThatFits(
  code: 'title.shortened' | 'author.shortened',
  name: string,
  candidates: readonly string[],
  limit: number,
): Limited {
  const [wanted = '', ...others] = candidates
  if (wanted.length <= limit) return { value: wanted, warnings: [] }
  const value = others.find((other) => other !== '' && other.length <= limit) ?? clip(wanted, limit)
  const message = `${name}“${clip(wanted, 80)}”有 ${wanted.length} 个字符，超过 ${limit} 的上限：已改为“${value}”`
  return { value, warnings: [{ code, message, actual: wanted.length, limit }] }
}
