import type { Item } from './sentences.ts'

/** Of which time, and of whom, a number speaks. */
export interface Scope {
  /** The year that the sentence names before it. */
  readonly year?: number
  /** A part of the year, or many years. */
  readonly otherPeriod?: true
  /** Another organ, or only a part of those that the report covers. */
  readonly otherScope?: true
  /** Last year's number, beside this year's. */
  readonly lastYear?: true
  /** By how many more or fewer than last year. */
  readonly difference?: 'more' | 'fewer'
}

const yearAtStart =
  /(?:^|[，；：。（）]|[一二三四五六]是)(?:[我本全][市县区镇乡局街院委办处州旗省厅道]{1,2})?(20\d\d)年(?:度)?(?=，|我|全|本|共|累计|主动|公开|发布|收到|受理|新|制|[^，；。]{0,14}(?:共|收到|公开|发布|受理|制|办理))/gu
const otherPeriod =
  /[上下]半年|[一二三四]季度|\d{1,2}月?[-—~至到]\d{1,2}月(?!\d{1,2}日)|(?<!今年|本年|年初|今年度|本年度)以来|历年|近[三五两]年|截[至止](?:目前|今)|自20\d\d年/u
const otherScope = /代表|本级|(?:其中|涉及)(?:市|区|县)政府(?:办公室|办)?$/u
const lastYear =
  /(?:去年|上年|上一年|上年度|前年|上年同期|去年同期)(?!度?结转)(?:同期)?(?:的|为|收到|受理|共|仅|是|公开|发布|，)*$|(?:由|从)(?:20\d\d年的?)?$/u
const ofAll = /全[市县区镇乡州旗省]/u
/** Documents that others filed for the record. */
const filed = /报备|备案(?!平台)/u
const yearBefore =
  /(?<![至到入往转])(20\d\d)年(?:度|同期|全年)*(?:的|为|收到|受理|公开|发布|是|共|仅)*$/u
const ofLastYear = /^(?:而|、|其中)?(?:去年|上年|上一年)(?:度|同期)?(?!度?(?:结转|未办结|遗留|转))/u
const more = /(?:增加|增长|上升|提高|多|新增加|增)(?:了|约)?$/u
const fewer = /(?:减少|下降|降低|回落|少|减)(?:了|约)?$/u
const compared = /同比|较|比|环比|相比/u

/** What a number leaves in force for those after it in the sentence. */
export type Carried = Pick<Scope, 'year' | 'otherPeriod' | 'otherScope'>

export function carriedBy({ gap }: Item, earlier: Carried): Carried {
  const years = [...gap.matchAll(yearAtStart)]
  const year = years.length > 0 ? Number(years.at(-1)?.[1]) : earlier.year
  return {
    ...(year === undefined ? {} : { year }),
    ...(otherPeriod.test(gap) || earlier.otherPeriod ? { otherPeriod: true } : {}),
    ...(ofOthers(gap, earlier.otherScope) ? { otherScope: true } : {}),
  }
}

/** 本级收到33件，答复30件: until the text speaks of all again. */
const ofOthers = (gap: string, before: true | undefined): boolean =>
  filed.test(gap) || otherScope.test(gap) || (before === true && !ofAll.test(gap))

/**
 * @param carried what is in force at this number
 * @param afterBase whether the number before is last year's: 比上年的96件增加24件
 */
export function scopeOf({ before, lead, gap }: Item, carried: Carried, afterBase: boolean): Scope {
  const words = lead + before
  const own = yearBefore.exec(before)?.[1]
  const beside = afterBase && !/[；。）]/u.test(gap)
  const difference = (beside || compared.test(words)) && differenceIn(before)
  return {
    ...carried,
    ...(own === undefined ? {} : { year: Number(own) }),
    ...(otherScope.test(words) ? { otherScope: true } : {}),
    ...(lastYear.test(before) || ofLastYear.test(before) ? { lastYear: true } : {}),
    ...(difference ? { difference } : {}),
  }
}

function differenceIn(before: string): Scope['difference'] {
  if (more.test(before)) return 'more'
  return fewer.test(before) ? 'fewer' : undefined
}
