import type { ChannelKind } from './types.ts'

/**
 * How the text names channels. Patterns are for text without white space and with half-width
 * punctuation; earlier ones win where two overlap.
 */
export interface ChannelPattern {
  readonly kind: ChannelKind
  readonly pattern: RegExp
  /** The name, with $1 for the group; `null`: the name is the words themselves. */
  readonly name: string | null
  /** The group must be more than generic words in front (通过, 我镇), which are cut off. */
  readonly prefixed?: true
}

const quoted = '[“"‘「]([^“”"‘’「」]{1,20})[”"’」]'
const run = '([\\p{Script=Han}A-Za-z0-9]{0,14}?)'
const official = '(?:官方|政务|政府|机构)?'
const wechat = `${official}(?:微信(?:公众(?:平台|账号|号))?|公众号)(?!群|小程序|朋友圈|支付)`
/** How names of accounts end that stand without quotes. */
const accountEnd = '(?:发布|之声|融媒|在线|资讯|政府|街道|[镇乡县区市局委厅])'
const site = '(?:门户网站|政府网站|政务网站|官方网站|官网|网站)'
const namedSite = '(?:传媒网|新闻网|信息网|政务网|政府网)(?!站)'
const paper = '(?:日报|晚报|早报|晨报|时报|商报|都市报|周报|导报)'
const shortVideo = '(?:视频号|抖音号?|快手号?|头条号|今日头条)'

const pattern = (source: string): RegExp => new RegExp(source, 'giu')

export const channelPatterns: readonly ChannelPattern[] = [
  {
    kind: 'newspaper',
    // 《情况通报》 and the like are documents.
    pattern: pattern('《([^《》]{1,12}?(?<![通简年月季预汇情警捷海申公])报)》'),
    name: '《$1》',
  },
  { kind: 'wechat', pattern: pattern(`${quoted}${wechat}`), name: '“$1”微信公众号' },
  { kind: 'wechat', pattern: pattern(`${wechat}${quoted}`), name: '“$1”微信公众号' },
  { kind: 'weibo', pattern: pattern(`${quoted}${official}(?:新浪)?微博`), name: '“$1”微博' },
  { kind: 'weibo', pattern: pattern(`微博${quoted}`), name: '“$1”微博' },
  { kind: 'app', pattern: pattern(`${quoted}(?:手机|新闻)?(?:APP|客户端)`), name: '“$1”APP' },
  { kind: 'website', pattern: pattern(`${quoted}${site}`), name: '“$1”网站' },
  { kind: 'other', pattern: pattern(`${quoted}(?:官方|政务)?(${shortVideo})`), name: '“$1”$2' },
  {
    kind: 'wechat',
    pattern: pattern(`${run}(?<=${accountEnd})微信公众(?:号|平台|账号)`),
    name: '$1微信公众号',
    prefixed: true,
  },
  { kind: 'wechat', pattern: pattern(wechat), name: '微信公众号' },
  { kind: 'weibo', pattern: pattern(`${official}微博`), name: '微博' },
  { kind: 'app', pattern: pattern(`${run}(?:APP|客户端)`), name: '$1APP', prefixed: true },
  { kind: 'newspaper', pattern: pattern(`${run}(${paper})`), name: '《$1$2》', prefixed: true },
  {
    kind: 'television',
    pattern: pattern(`${run}((?:广播)?电视台|广播电台|融媒体中心)`),
    name: '$1$2',
    prefixed: true,
  },
  { kind: 'website', pattern: pattern(`${run}(${namedSite})`), name: '$1$2', prefixed: true },
  { kind: 'website', pattern: pattern('政府信息公开(?:专栏|网站|专网|平台网站)'), name: null },
  {
    kind: 'website',
    pattern: pattern('(?:[省市区县]|管委会)?(?:人民)?(?:政府)?门户网站|(?:[省市区县])?政府网站'),
    name: null,
  },
  {
    kind: 'noticeBoard',
    pattern: pattern(
      '(?:政务|村务|党务|政府信息)?(?:宣传栏|公开栏|公示栏|公告栏)(?!目)|电子(?:显示)?屏',
    ),
    name: null,
  },
  { kind: 'other', pattern: pattern('政府公报|政务公开专区'), name: null },
]

/** Words that stand in front of a name without being part of it. */
export const wordsBeforeNames =
  /^.*(?:通过|利用|依托|借助|运用|使用|充分|加强|推进|发挥|完善|优化|建设|做好|规范|强化|打造|开设|开通|设立|建立|关注|我[镇乡市区县局街办委厅]|本(?:级|单位|机关|部门)|以及|另有|各|有|包括|主要|同时|其中|全年|及时|还|在|以|由|从|向|对|和|及|与|或|等|是|为|的|了|把|将|经|至|于)/

/** What remains of a generic mention: no name. */
export const genericNames =
  /^(?:官方|政务|政府|政务新媒体|新媒体|镇|乡|市|区|县|局|街道|手机|移动|新闻|地方|各大|主流|各类|当地|传统|省级|市级|县级)?$/

const count = '([\\d,]+(?:\\.\\d+)?万?|[零一二三四五六七八九十百千万两]+)(余|多)?'
const unit = '[余多]?(?:条|件|篇|份|期|个|则)(?:次)?'
const about = '(?:各类|各项|各种|法定)?(?:主动公开)?(?:各类|各项)?(?:政府|政务|工作)?'
const things = '(?:信息|文章|内容|图文|稿件|推文|动态|视频|短视频)?'
const adding = '(?:总数|总量|数量|数)?(?:累计|共计|合计|总计|共|达到|达|为|约|近)?'

/** A clause that states how much was disclosed; groups: the number, and 余 or 多 after it. */
export const statedFigures: readonly RegExp[] = [
  new RegExp(
    `(?:主动公开|公开|公布|发布|推送|刊发|刊登|更新|编发|发表|播发|上传)(?:了)?${about}${things}${adding}${count}${unit}`,
    'u',
  ),
]

/** What a clause must say to speak of all that was disclosed. */
export const totalClauses: readonly RegExp[] = [
  /主动公开(?:各类|各项)?(?:政府|政务)?信息/,
  /(?:共|累计)(?:主动)?(?:公布|公开|发布)(?:各类)?(?:政府|政务)信息/,
]
