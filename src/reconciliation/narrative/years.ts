import type { PlacedParagraph } from './parse.ts'
import type { PlainText } from './plainText.ts'
import type { Statement } from './statement.ts'
import { clauseAround } from './statement.ts'
import type { Span } from './types.ts'

/** A year at the head of a clause, and who did something in it. */
const ownYear =
  /(?:^|[，；：。（）]|情况|方面|[一二三四五六七八九]是|(?<=[）、.]))(20\d\d)年(?:度)?(?:全年)?(?!以来|[起至底初末以])，?(?=(?:我|本)(?:[市县区镇乡街局院委办处州旗省厅会院校]|机关|单位|部门|级|街道)|[^，。；：]{0,14}(?:共|累计|主动公开|收到|受理|制定|制发|人民政府|街道办|管委会))/u
const untilDay = /截[至止](?:到)?(20\d\d)年12月(?:31日?|底)/u
const periodWords =
  /(20\d\d)年(?:1月1日?|度)?(?:起)?(?:，)?(?:至|到|—+|-|~|～)+(?:(20\d\d)年)?12月31日?/gu
const otherPeriod =
  /(?:统计|数据|期限|周期|时限)[^。]*?(20\d\d)年(\d{1,2})月(\d{1,2})日?(?:起)?(?:至|到|—+|-|~|～)+(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日?/gu
const comparing =
  /较|相比|同比|对比|比20|整改|印发|(?<!规范性)文件|通知|问题(?:的)?(?:整改|清单)|将|拟|计划|下一步|下一年|结转/u

const statesCounts =
  /[\d一二两三四五六七八九十百千万][余多]?[条件篇份期个次]|公开(?:政府|政务)?信息/u
const honours = /获评|荣获|获得|被评|表彰|成立|出台|印发|考核/u
const reportTitle = /(20\d\d)年(?:度)?政府信息公开(?:工作)?(?:年度)?报告(?!格式)/gu

interface Slip {
  readonly span: Span
  readonly year: number
  readonly says: string
}

const slipsOf = new WeakMap<PlainText, { year: number; section: string; slips: Slip[] }>()

/** @returns the places where a paragraph takes another year for the report's own. */
function slipsIn({ plain, passage: { section } }: PlacedParagraph, year: number): Slip[] {
  const known = slipsOf.get(plain)
  if (known?.year === year && known.section === section) return known.slips
  const { text } = plain
  const slips = [
    ...periodsIn(text, year),
    ...(section === 'preamble' ? titlesIn(text, year) : []),
    ...(section === 'problems' || section === 'other' ? [] : ownYearsIn(text, year)),
  ]
  slipsOf.set(plain, { year, section, slips })
  return slips
}

function periodsIn(text: string, year: number): Slip[] {
  if (!/20\d\d年/u.test(text)) return []
  const slips: Slip[] = []
  for (const match of text.matchAll(otherPeriod)) {
    const [, from, month, day, to, lastMonth, lastDay] = match.map(Number)
    const whole = month === 1 && day === 1 && lastMonth === 12 && lastDay === 31
    const stated = [from, to].filter((one) => one !== undefined && !Number.isNaN(one))
    const wrong = stated.find((one) => one !== year)
    if (whole && wrong === undefined) continue
    slips.push({
      span: spanOf(match),
      year: wrong ?? year,
      says: `所述统计期限不是 ${year} 年 1 月 1 日至 12 月 31 日`,
    })
  }
  if (slips.length > 0) return slips
  for (const match of text.matchAll(periodWords)) {
    const wrong = [match[1], match[2]].find((one) => one !== undefined && Number(one) !== year)
    if (wrong === undefined || !/统计|期限|数据|时限|周期|报告/u.test(text)) continue
    slips.push({
      span: spanOf(match),
      year: Number(wrong),
      says: `所述期间是 ${wrong} 年，本报告为 ${year} 年度`,
    })
  }
  return slips
}

/** 现公布2022年度政府信息公开工作年度报告, in the opening of another year's. */
const titlesIn = (text: string, year: number): Slip[] =>
  [...text.matchAll(reportTitle)]
    .filter(([, stated]) => Number(stated) !== year)
    .map((match) => ({
      span: spanOf(match),
      year: Number(match[1]),
      says: `所述是 ${match[1]} 年的报告，本报告为 ${year} 年度`,
    }))

/** One for each sentence, however often it says so. */
function ownYearsIn(text: string, year: number): Slip[] {
  if (!/20\d\d年/u.test(text)) return []
  const speaksOfYear = text.includes(`${year}年`)
  return [...text.matchAll(/[^。！？]+/gu)].flatMap(({ 0: sentence, index }) => {
    const match = ownYear.exec(sentence) ?? untilDay.exec(sentence)
    // One that tells of several years takes none for this one.
    if (new Set(sentence.match(/20\d\d(?=年)/gu)).size > 1 && !untilDay.test(sentence)) return []
    if (!match || sentence.includes(`${year}年`) || comparing.test(sentence)) return []
    if (!statesCounts.test(sentence) && (speaksOfYear || honours.test(sentence))) return []
    const stated = Number(match[1])
    const start = index + sentence.indexOf(String(stated), match.index)
    return [
      {
        span: { start, end: Math.max(start + 5, index + match.index + match[0].length) },
        year: stated,
        says: `把 ${stated} 年的情况当作本年度的，本报告为 ${year} 年度`,
      },
    ]
  })
}

const spanOf = ({ 0: words, index }: RegExpExecArray): Span => ({
  start: index,
  end: index + words.length,
})

/** Whether the sentence with this place speaks of another year as the report's own. */
export function isOwnYear(paragraph: PlacedParagraph, { start }: Span, year: number): boolean {
  const { plain } = paragraph
  return slipsIn(paragraph, year).some(
    ({ span }) => span.start <= start && !/[。！？]/u.test(plain.text.slice(span.start, start)),
  )
}

/** narrative.year: the period is the report's year, and the text speaks of no other as its own. */
export const checkYears = (
  paragraphs: readonly PlacedParagraph[],
  year: number | undefined,
): Statement[] =>
  year === undefined
    ? []
    : paragraphs.flatMap((paragraph) =>
        slipsIn(paragraph, year).map(({ span, year: stated, says }): Statement => ({
          rule: 'narrative.year',
          paragraph,
          span: clauseAround(paragraph.plain.text, span),
          cells: [],
          expected: year,
          actual: stated,
          says,
        })),
      )
