/** Whether it helps to do the same again, and when. */
export type Retry = 'never' | 'soon' | 'tomorrow'

export interface Refusal {
  /** Chinese: what is wrong and what a person can do. `{ip}` is the address that WeChat saw. */
  advice: string
  retry: Retry
}

/** 48001 and its like: what always remains. */
const byHand = '也可以在后台复制正文，粘贴到公众号编辑器，这种方式始终可用'

/** By `errcode`, after the official page 全局返回码说明 and the pages of the calls. */
export const refusals: Readonly<Record<number, Refusal>> = {
  [-1]: { advice: '微信系统繁忙，稍后会自动再试', retry: 'soon' },
  40001: {
    advice: 'AppSecret 不正确或凭证已失效，请管理员核对服务器上的 WECHAT_SECRET_<AppID>',
    retry: 'never',
  },
  40004: { advice: '微信不接受这种素材类型，请更换封面或图片', retry: 'never' },
  40005: { advice: '图片格式不符：正文图片只能是 jpg 或 png，请更换图片', retry: 'never' },
  40006: { advice: '图片文件大小不符，请更换图片', retry: 'never' },
  40007: { advice: '封面素材在微信中已不存在，会重新上传封面', retry: 'soon' },
  40009: { advice: '图片超过微信的大小上限（正文图片须小于 1 MB），请更换图片', retry: 'never' },
  40013: { advice: 'AppID 不正确，请核对公开渠道中填写的开发者 ID', retry: 'never' },
  40125: {
    advice: 'AppSecret 不正确（可能已被重置），请管理员更新服务器上的 WECHAT_SECRET_<AppID> 后重启',
    retry: 'never',
  },
  40164: {
    advice:
      '服务器的地址 {ip} 不在公众号的 IP 白名单中，请在微信公众平台的开发接口设置中加入该地址，再重新推送',
    retry: 'never',
  },
  40243: { advice: 'AppSecret 已被冻结，请在微信公众平台解冻后重新推送', retry: 'never' },
  41001: { advice: '接口凭证没有送达，请检查服务器与微信之间的代理', retry: 'never' },
  45001: { advice: '素材文件超过微信的大小上限，请更换封面或图片', retry: 'never' },
  45002: {
    advice: '正文超过微信的长度上限（含标签少于 2 万字符），请改用“手机版”表格或精简正文后更正发布',
    retry: 'never',
  },
  45003: { advice: '标题超过微信的长度上限（32 字），请缩短报告标题', retry: 'never' },
  45004: { advice: '摘要超过微信的长度上限（128 字），请缩短摘要', retry: 'never' },
  45005: { advice: '“阅读原文”的网址超过微信的长度上限，请使用较短的网站地址', retry: 'never' },
  45008: { advice: '一份草稿最多 8 篇文章，请精简正文后更正发布', retry: 'never' },
  45009: {
    advice: '今天的微信接口调用次数已用完，北京时间明天零时后会自动再试',
    retry: 'tomorrow',
  },
  45011: { advice: '微信接口调用过于频繁，稍后会自动再试', retry: 'soon' },
  45110: { advice: '作者超过微信的长度上限（16 字），请缩短机关名称', retry: 'never' },
  45166: { advice: `微信认为正文内容不合规，请检查正文；${byHand}`, retry: 'never' },
  48001: {
    advice: `公众号没有这个接口的权限（如未认证），请在微信公众平台查看接口权限；${byHand}`,
    retry: 'never',
  },
  48004: {
    advice: `公众号的接口已被封禁，请登录 mp.weixin.qq.com 查看；${byHand}`,
    retry: 'never',
  },
  50002: { advice: `公众号受限，可能已被冻结或注销；${byHand}`, retry: 'never' },
  89501: {
    advice: '公众号管理员尚未确认服务器的地址，请管理员在微信中确认后重新推送',
    retry: 'never',
  },
  89503: {
    advice: '公众号管理员尚未确认服务器的地址，请管理员在微信中确认后重新推送',
    retry: 'never',
  },
}

const unknown: Refusal = {
  advice: `微信拒绝了请求，请按错误码查阅官方说明；${byHand}`,
  retry: 'never',
}

const refusedTokens = [40001, 40014, 42001]

/** The same codes where a token was shown: somebody else who uses the account got a newer one. */
const staleToken: Refusal = {
  advice: '微信没有接受接口凭证，可能有其他系统正在使用同一公众号的 AppSecret，稍后会自动再试',
  retry: 'soon',
}

const refusalOf = (call: string, code: number): Refusal =>
  call !== 'token' && refusedTokens.includes(code) ? staleToken : (refusals[code] ?? unknown)

/**
 * A call of WeChat that did not succeed. Its texts are fit for logs and records: they hold no secret,
 * no token and no address.
 */
export class WechatError extends Error {
  /** As WeChat gave it; `null` when no proper answer came. */
  readonly code: number | null
  readonly advice: string
  readonly retry: Retry
  /** WeChat may have done what was asked although it did not say so. */
  readonly isUncertain: boolean

  private constructor(
    message: string,
    { advice, retry }: Refusal,
    { code = null, isUncertain = false }: { code?: number | null; isUncertain?: boolean },
  ) {
    super(message)
    this.name = 'WechatError'
    this.code = code
    this.advice = advice
    this.retry = retry
    this.isUncertain = isUncertain
  }

  /** An answer with an `errcode`. */
  static refused(call: string, code: number, errmsg: string): WechatError {
    const { advice, retry } = refusalOf(call, code)
    const filled = advice.replace('{ip}', addressIn(errmsg))
    // -1 does not say how far WeChat came.
    return new WechatError(
      `${call}：${code} ${errmsg}`,
      { advice: filled, retry },
      { code, isUncertain: code === -1 },
    )
  }

  /** No answer, or none that can be read. @param what such as `HTTP 503`, without any address */
  static unanswered(call: string, what: string): WechatError {
    return new WechatError(
      `${call}：${what}`,
      { advice: `没有得到微信的有效答复（${what}），稍后会自动再试`, retry: 'soon' },
      { isUncertain: true },
    )
  }

  /** The day's calls are used up by our own count, so WeChat was not asked. */
  static usedUp(call: string): WechatError {
    return WechatError.refused(call, 45009, 'used up by our own count')
  }

  /** With a new token it may go better. */
  get refusesToken(): boolean {
    return this.code !== null && refusedTokens.includes(this.code)
  }
}

/** As in "invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist". */
const addressIn = (errmsg: string): string =>
  /invalid ip ([0-9a-f.:]+)/i.exec(errmsg)?.[1] ?? '（见微信的提示）'
