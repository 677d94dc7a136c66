import type { ReconciliationInput } from '../types.ts'
import { cellName } from '../wording.ts'
import { channelsIn, inPart } from './channelWords.ts'
import type { Claim } from './claims.ts'
import { readingsOf, sumOf } from './cellsOf.ts'
import type { CellReading } from './cellsOf.ts'
import type { PlacedParagraph } from './parse.ts'
import { clauseAround, fits } from './statement.ts'
import type { Statement } from './statement.ts'
import { subjects } from './subjects.ts'
import { isOwnYear } from './years.ts'

/** What came of a claim: held against cells and right, wrong, or not to be compared. */
export type Verdict = 'right' | 'wrong'
export type Verdicts = Map<Claim, Verdict>

export interface PlacedClaim {
  readonly claim: Claim
  readonly paragraph: PlacedParagraph
}

/** Holds every claim against the cells and figures that it speaks of. */
export function compareClaims(
  input: ReconciliationInput,
  placed: readonly PlacedClaim[],
  verdicts: Verdicts,
): Statement[] {
  const comparable = placed.filter(({ claim, paragraph }) => isComparable(claim, paragraph, input))
  const compared = comparable.flatMap((one) => compareWithCells(input, one) ?? [])
  for (const { claim, right } of compared) verdicts.set(claim, right ? 'right' : 'wrong')
  return [
    ...compared.flatMap((one) => {
      if (one.right) return []
      if (isPart(one, compared)) {
        verdicts.delete(one.claim)
        return []
      }
      return [one.statement()]
    }),
    ...compareWithFigures(input, comparable, verdicts),
  ]
}

function isComparable(
  { quantity, lastYear, difference, otherPeriod, otherScope, year }: Claim,
  paragraph: PlacedParagraph,
  input: ReconciliationInput,
): boolean {
  if (quantity.kind === 'percent' || quantity.kind === 'money') return false
  if (lastYear || difference || otherPeriod || otherScope) return false
  return (
    year === undefined ||
    input.year === undefined ||
    year === input.year ||
    isOwnYear(paragraph, quantity, input.year)
  )
}

interface Compared {
  readonly claim: Claim
  readonly right: boolean
  readonly statement: () => Statement
  readonly expected: number
}

function compareWithCells(
  { format, tables }: ReconciliationInput,
  { claim, paragraph }: PlacedClaim,
): Compared | undefined {
  const subject = claim.subject === undefined ? undefined : subjects[claim.subject]
  if (!subject || claim.subject === undefined) return undefined
  const readings = readingsOf(format, claim.subject)
  const values = readings.map((reading) => sumOf(reading, tables))
  const [first, expected] = [readings[0], values[0]]
  if (!first || expected === null || expected === undefined) return undefined
  const right = values.some((value) => value !== null && fits(claim.quantity, value))
  const statement = (): Statement => ({
    rule: subject.rule,
    paragraph,
    span: clauseAround(paragraph.plain.text, claim.quantity),
    cells: first.terms.map(({ cell }) => cell),
    expected,
    actual: claim.quantity.value,
    says: `所述${subject.name}为 ${claim.quantity.value}，${cellsNamed(format, first)}为 ${expected}`,
  })
  return { claim, right, statement, expected }
}

export const cellsNamed = (
  format: ReconciliationInput['format'],
  { terms }: CellReading,
): string => {
  const names = terms.map(({ cell }) => cellName(format, cell))
  const [first = ''] = names
  if (names.length === 1) return first
  return names.length === 2 ? `${names.join('与')}之和` : `${first}等 ${names.length} 格之和`
}

const generic = /(?:我|本|全)(?:[市县区镇乡街局院委办处州旗省厅会队站所]|机关|单位|部门|街道|级)/gu
const organ = /[市县区镇乡局院委办处州旗厅](?:[^#]*)(?:收到|受理|办理|答复|办结|制)/u

/** One organ's share of a number that the text also gives in all. */
const isPart = ({ claim, expected }: Compared, all: readonly Compared[]): boolean =>
  claim.quantity.value < expected &&
  all.some((other) => other.right && other.claim.subject === claim.subject) &&
  (claim.explains !== undefined ||
    /其中|含/u.test(claim.gap) ||
    organ.test(claim.label.replace(generic, '')))

function compareWithFigures(
  { disclosureFigures }: ReconciliationInput,
  placed: readonly PlacedClaim[],
  verdicts: Verdicts,
): Statement[] {
  const { total = null, channels = [] } = disclosureFigures ?? {}
  const totals = placed.filter(({ claim }) => claim.subject === 'disclosed')
  return [
    ...(total === null
      ? []
      : mismatches(totals, total, 'narrative.disclosed', '主动公开总数', verdicts)),
    ...channels.flatMap(({ name, count }) =>
      count === null
        ? []
        : mismatches(
            claimsOfChannel(name, channels, placed),
            count,
            'narrative.channel',
            `${name}公开数量`,
            verdicts,
          ),
    ),
  ]
}

const verbs = '公开|发布|推送|编发|刊发|上传|更新|转发|播发|发表|编辑|制作'
const anyItems = new RegExp(
  `^(?:了|各类|各种|各项|政府|政务|法定|的|有效|新闻|图文|原创|文字|微信|微博|共|总|累计)*(?:信息|文章|图文|推文|内容|稿件|作品|短?视频|消息|动态)?(?:总?数量?|总量|条数|共计?|累计|达到?|为|了|约|合计)*#$`,
  'u',
)
/** 发布信息, 发布文章, and not 发布疫情防控信息. */
const isOfAnyKind = (label: string): boolean => {
  const [, after] =
    new RegExp(`(?:${verbs})((?:(?!${verbs})[^#])*#)$`, 'u').exec(
      label.replace(/“[^”]*”/gu, '“”'),
    ) ?? []
  return after === undefined || anyItems.test(after)
}

/** Sites of others. */
const otherSites =
  /子站|各(?:乡镇|镇街|街道|部门|单位)|(?:中心|局|委|办|部门)(?:门户)?网站|(?:国家|中央|省)级?(?:政府|人民政府|媒体)?(?:门户)?网站/u

/** 网站公开信息986条, and not 网站公开财政信息12条. */
export const speaksOfAll = ({ label, subject }: Claim): boolean =>
  subject === 'disclosed' ||
  (!inPart.test(label.replace(/信息公开(?:专栏|专网|栏目)/gu, '')) &&
    isOfAnyKind(label) &&
    /(?:信息|文章|图文|推文|内容|稿件|作品|视频|发布|推送|公开|“[^”]*”)(?:数量?|总量|条数)?(?:共计?|累计|达到?|为|了|约|合计)*#/u.test(
      label,
    ))

/** 主动公开信息1532条，其中网站986条: the channel of a number that is all there was. */
const isShareOfAll = ({ claim, paragraph }: PlacedClaim): boolean =>
  paragraph.lists.some(
    ({ heads: [head], parts }) =>
      parts.includes(claim) &&
      (head?.subject === 'disclosed' || head?.channel?.kind === 'newMedia'),
  ) &&
  isOfChannel.test(claim.label) &&
  isOfAnyKind(claim.label) &&
  !inPart.test(claim.label.replace(/其中|信息公开(?:专栏|专网|栏目)/gu, ''))

const isOfChannel =
  /(?:信息|文章|推文|发布|推送|公开|网站|微信|公众号|微博|客户端|APP|栏|”)(?:数量?)?(?:共计?|累计|达到?|为|了)*#/iu

/** A text may give a channel's number in parts as well: one that fits is enough. */
function mismatches(
  placed: readonly PlacedClaim[],
  count: number,
  rule: string,
  name: string,
  verdicts: Verdicts,
): Statement[] {
  const right = placed.filter(({ claim }) => fits(claim.quantity, count))
  for (const { claim } of right) verdicts.set(claim, 'right')
  const [first] = placed.filter((one) => speaksOfAll(one.claim) || isShareOfAll(one))
  if (right.length > 0 || !first) return []
  const { claim, paragraph } = first
  verdicts.set(claim, 'wrong')
  return [
    {
      rule,
      paragraph,
      span: clauseAround(paragraph.plain.text, claim.quantity),
      cells: [],
      expected: count,
      actual: claim.quantity.value,
      says: `所述${name}为 ${claim.quantity.value}，公开数量中填写的是 ${count}`,
    },
  ]
}

function claimsOfChannel(
  name: string,
  channels: readonly { name: string }[],
  placed: readonly PlacedClaim[],
): PlacedClaim[] {
  const [mention] = channelsIn(name)
  if (!mention) return []
  const alike = channels.filter((other) => channelsIn(other.name)[0]?.kind === mention.kind)
  return placed.filter(({ claim: { channel, label } }) => {
    if (channel?.kind !== mention.kind) return false
    if (otherSites.test(label) && !otherSites.test(name)) return false
    if (channel.name !== undefined && mention.name !== undefined)
      return channel.name === mention.name
    return alike.length === 1
  })
}
