/** How the text names channels. One kind may be several channels; the name in quotes tells them. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['wechat', /微信|公众号|公众平台/u],
  ['weibo', /微博/u],
  ['app', /APP|客户端/iu],
  ['shortVideo', /视频号|抖音|快手|头条/u],
  ['newspaper', /报纸|[日晚时商早晨]报|报刊|《[^》]*报》/u],
  ['television', /电视|广播|电台|融媒体/u],
  ['noticeBoard', /公开栏|公示栏|公告栏|宣传栏|电子屏|显示屏|展板|明白纸/u],
  ['gazette', /政府公报/u],
  ['website', /网站|门户|官网|政务网|信息公开(?:专栏|平台|专网|栏目)|网页|信息网/u],
  ['newMedia', /新媒体|两微/u],
  ['other', /其[他它](?:方式|渠道|形式|途径|平台|媒体)/u],
]

export interface ChannelMention {
  readonly kind: string
  /** The words in quotes beside it. */
  readonly name?: string
}

/** @returns the kinds of channels that the words speak of, each once. */
export function channelsIn(words: string): ChannelMention[] {
  const [, name] = /[“"‘「《]([^“”"’‘「」《》]{1,20})[”"’」》]/u.exec(words) ?? []
  const found = kinds.filter(([, pattern]) => pattern.test(words)).map(([kind]) => kind)
  return found
    .filter((kind) => kind !== 'newMedia' || found.length === 1)
    .map((kind) => ({ kind, ...(name === undefined ? {} : { name }) }))
}

/** Words that say that something was put before the public. */
export const publishing =
  /主动公开|公开|公布|发布|推送|刊发|刊登|更新|编发|发表|播发|上传|转发|推出|发送|张贴|编辑/u

/** A number of all that was disclosed. */
export const disclosedInAll =
  /(?:主动公开|(?:共|累计|总共|合计)(?:主动|向社会)*(?:公布|公开|发布))(?:了)?(?:各类|各项|各种|法定|应公开)*(?:主动公开)?(?:政府|政务)?信息(?:公开)?(?:总)?(?:数量?|量)?(?:为|有|达到?|共计?|累计|合计|总计|约|近|超过?|逾|：)*#/u

/** What narrows it down to a part. */
export const inPart =
  /领域|方面|专题|专栏|栏目|类(?!政府信息|信息|政务信息)|其中|其[他它]|重点|财政|预算|决算|本月|季度|新增规范|重复|转载|[省市区县]级|以来|历年/u
