import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { apiLimits, type ApiLimits, type CallKind } from '../../src/wechat/api/limits.ts'
import { wechatLimits, type WechatLimits } from '../../src/wechat/limits.ts'

/**
 * The API of one 公众号, with its rules: what WeChat refuses is refused here with the same code, from
 * the same numbers that the client reads.
 */
export interface StandIn {
  url: string
  appId: string
  secret: string
  /** All calls in their order, refused ones too. */
  calls: CallKind[]
  drafts: StoredDraft[]
  /** Addresses given for images of texts, with the bytes. */
  uploads: Map<string, Buffer>
  /** Permanent images by their media id. */
  covers: Map<string, Buffer>
  /** Sources of images that were filtered out of texts, as WeChat does without a word. */
  filtered: string[]
  /** Every token that was ever given. */
  tokens: string[]
  rules: Rules
  /** Lets the nth call of a kind from now on (the first is 1) end in another way. */
  script(kind: CallKind, nth: number, ending: Ending): void
  /** All tokens are invalid at once, as after a change of the secret or a request by another. */
  expireTokens(): void
  reset(): void
  stop(): Promise<void>
}

export interface Rules {
  secondsOfToken: number
  /** Whether the caller's address is on the list. */
  isListed: boolean
  /** What the account has no right to call. */
  forbidden: CallKind[]
  limits: WechatLimits & ApiLimits
}

export type Ending =
  | { status: number }
  | { errcode: number; errmsg?: string }
  /** Answers with something that is no JSON. */
  | { text: string }
  /** Answers as usual, but later. */
  | { afterMs: number }
  /** Does what was asked for and closes the connection without an answer. */
  | 'lost'
  /** Does nothing and closes the connection. */
  | 'dropped'
  /** Calls, and never answers: before it did anything, or after. */
  | { hangBefore: () => void }
  | { hangAfter: () => void }

export interface StoredArticle {
  title: string
  author: string
  digest: string
  content: string
  content_source_url: string
  thumb_media_id: string
}

export interface StoredDraft {
  mediaId: string
  articles: StoredArticle[]
}

class Refusal extends Error {
  readonly errcode: number

  constructor(errcode: number, errmsg: string) {
    super(errmsg)
    this.errcode = errcode
  }
}

const callerAddress = '203.0.113.7'

export async function startStandIn(
  appId = 'wx0123456789abcdef',
  secret = 'stand-in-secret-0123456789abcdef',
): Promise<StandIn> {
  const state = new State(appId, secret)
  const server = createServer((req, res) => void answer(state, req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    stop: () => stopped(server),
  })
}

const stopped = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

const freshRules = (): Rules => ({
  secondsOfToken: 7200,
  isListed: true,
  forbidden: [],
  limits: { ...wechatLimits, ...apiLimits },
})

class State {
  readonly calls: CallKind[] = []
  readonly drafts: StoredDraft[] = []
  readonly uploads = new Map<string, Buffer>()
  readonly covers = new Map<string, Buffer>()
  readonly filtered: string[] = []
  readonly tokens: string[] = []
  rules = freshRules()
  readonly appId: string
  readonly secret: string
  #endings: { kind: CallKind; at: number; ending: Ending }[] = []
  #valid: { token: string; until: number } | undefined

  constructor(appId: string, secret: string) {
    this.appId = appId
    this.secret = secret
  }

  script(kind: CallKind, nth: number, ending: Ending): void {
    this.#endings.push({ kind, at: this.called(kind) + nth, ending })
  }

  expireTokens(): void {
    this.#valid = undefined
  }

  reset(): void {
    this.calls.length = this.drafts.length = this.filtered.length = this.tokens.length = 0
    this.uploads.clear()
    this.covers.clear()
    this.rules = freshRules()
    this.#endings = []
    this.#valid = undefined
  }

  called = (kind: CallKind): number => this.calls.filter((call) => call === kind).length

  endingOf = (kind: CallKind): Ending | undefined =>
    this.#endings.find((ending) => ending.kind === kind && ending.at === this.called(kind))?.ending

  token(isForced: boolean): { access_token: string; expires_in: number } {
    const now = Date.now()
    if (isForced || !this.#valid || this.#valid.until <= now) {
      const token = `${this.tokens.length + 1}_${randomUUID()}/+=token`
      this.tokens.push(token)
      this.#valid = { token, until: now + this.rules.secondsOfToken * 1000 }
    }
    const { token, until } = this.#valid
    return { access_token: token, expires_in: Math.ceil((until - now) / 1000) }
  }

  checkToken(token: string | null): void {
    if (!token) throw new Refusal(41001, 'access_token missing')
    const { token: valid, until } = this.#valid ?? { token: '', until: 0 }
    if (token === valid && until > Date.now()) return
    if (token === valid) throw new Refusal(42001, 'access_token expired')
    // WeChat names what it got, which must not end in a log.
    throw new Refusal(40001, `invalid credential, access_token ${token} is invalid or not latest`)
  }
}

async function answer(state: State, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = new URL(req.url ?? '/', 'http://stand-in')
  const kind = kindOf(url.pathname)
  const body = await bodyOf(req)
  if (!kind || req.method !== 'POST') return void res.writeHead(404).end()
  state.calls.push(kind)
  const ending = state.endingOf(kind)
  if (ending === 'dropped') return void req.socket.destroy()
  if (typeof ending === 'object') {
    if ('hangBefore' in ending) return ending.hangBefore()
    if ('status' in ending) return void res.writeHead(ending.status).end('<html>busy</html>')
    if ('text' in ending) return void res.end(ending.text)
    if ('errcode' in ending) return send(res, { errmsg: 'scripted', ...ending })
  }
  const result = await resultOf(state, kind, url, req, body)
  if (ending === 'lost') return void req.socket.destroy()
  if (typeof ending === 'object' && 'hangAfter' in ending) return ending.hangAfter()
  if (typeof ending === 'object' && 'afterMs' in ending) {
    await new Promise((resolve) => setTimeout(resolve, ending.afterMs))
  }
  send(res, result)
}

async function resultOf(
  state: State,
  kind: CallKind,
  url: URL,
  req: IncomingMessage,
  body: Buffer,
): Promise<object> {
  try {
    checkCall(state, kind)
    if (kind === 'token') return tokenFor(state, body)
    state.checkToken(url.searchParams.get('access_token'))
    if (kind === 'draft/add') return draftFor(state, body)
    if (kind === 'draft/batchget') return pageFor(state, body)
    const file = await fileIn(req, body)
    if (kind === 'media/uploadimg') return uploadFor(state, file)
    return coverFor(state, file, url.searchParams.get('type'))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { errcode: error.errcode, errmsg: `${error.message} rid: 6566-00` }
  }
}

function checkCall({ rules, called }: State, kind: CallKind): void {
  if (!rules.isListed) {
    throw new Refusal(
      40164,
      `invalid ip ${callerAddress} ipv6 ::ffff:${callerAddress}, not in whitelist`,
    )
  }
  if (called(kind) > (rules.limits.callsInADay[kind] ?? Infinity)) {
    throw new Refusal(45009, 'reach max api daily quota limit')
  }
  if (rules.forbidden.includes(kind)) throw new Refusal(48001, 'api unauthorized')
}

function tokenFor(state: State, body: Buffer): object {
  const { appid, secret, force_refresh } = JSON.parse(body.toString()) as Record<string, unknown>
  if (appid !== state.appId) throw new Refusal(40013, 'invalid appid')
  if (secret !== state.secret) throw new Refusal(40125, `invalid appsecret ${String(secret)}`)
  return state.token(force_refresh === true)
}

function uploadFor({ uploads, rules: { limits } }: State, file: Buffer): object {
  if (!limits.imageTypes.includes(typeOf(file))) throw new Refusal(40005, 'invalid file type')
  if (file.length >= limits.imageBytes) throw new Refusal(40009, 'invalid image size')
  const url = `http://mmbiz.qpic.cn/mmbiz_png/${randomUUID()}/0`
  uploads.set(url, file)
  return { url }
}

function coverFor({ covers, rules: { limits } }: State, file: Buffer, type: string | null): object {
  if (type !== 'image') throw new Refusal(40004, 'invalid media type')
  if (typeOf(file) === 'unknown') throw new Refusal(40005, 'invalid file type')
  if (file.length > limits.coverBytes) throw new Refusal(40009, 'invalid image size')
  const media_id = `cover-${randomUUID()}`
  covers.set(media_id, file)
  return { media_id, url: `http://mmbiz.qpic.cn/mmbiz_jpg/${media_id}/0` }
}

function draftFor(state: State, body: Buffer): object {
  // WeChat does not read `\u` escapes: they stand in the article as they are.
  const text = body.toString('utf8').replace(/\\u(?=[0-9a-f]{4})/gi, '\\\\u')
  const { articles = [] } = JSON.parse(text) as { articles?: Partial<StoredArticle>[] }
  const { limits } = state.rules
  if (articles.length === 0 || articles.length > limits.articles) {
    throw new Refusal(45008, 'article size out of limit')
  }
  const stored = articles.map((article) => articleFor(state, article))
  const mediaId = `draft-${randomUUID()}`
  state.drafts.unshift({ mediaId, articles: stored })
  return { media_id: mediaId }
}

function articleFor(state: State, given: Partial<StoredArticle>): StoredArticle {
  const { title = '', author = '', digest = '', content = '' } = given
  const { content_source_url = '', thumb_media_id = '' } = given
  const { limits } = state.rules
  if (!title || title.length > limits.title) throw new Refusal(45003, 'title size out of limit')
  if (author.length > limits.author) throw new Refusal(45110, 'author size out of limit')
  if (digest.length > limits.digest) throw new Refusal(45004, 'description size out of limit')
  if (content.length >= limits.content || Buffer.byteLength(content) >= limits.contentBytes) {
    throw new Refusal(45002, 'content size out of limit')
  }
  if (Buffer.byteLength(content_source_url) > limits.contentSourceUrl) {
    throw new Refusal(45005, 'url size out of limit')
  }
  if (!state.covers.has(thumb_media_id)) throw new Refusal(40007, 'invalid media_id')
  return {
    ...{ title, author, digest, content_source_url, thumb_media_id },
    content: filtered(state, content),
  }
}

const filtered = (state: State, content: string): string =>
  content
    .replace(/<script[\s\S]*?<\/script>/gi, '')
    .replace(/<img\b[^>]*?\bsrc="([^"]*)"[^>]*>/gi, (image, source: string) => {
      if (state.uploads.has(source)) return image
      state.filtered.push(source)
      return ''
    })

function pageFor({ drafts, rules: { limits } }: State, body: Buffer): object {
  const {
    offset = 0,
    count = 0,
    no_content,
  } = JSON.parse(body.toString()) as {
    offset?: number
    count?: number
    no_content?: number
  }
  if (count < 1 || count > limits.draftsInAPage) throw new Refusal(40035, 'invalid parameter')
  const item = drafts.slice(offset, offset + count).map(({ mediaId, articles }) => ({
    media_id: mediaId,
    content: {
      news_item: articles.map(({ content, ...rest }) =>
        no_content === 1 ? rest : { ...rest, content },
      ),
    },
  }))
  return { total_count: drafts.length, item_count: item.length, item }
}

const kinds: Readonly<Record<string, CallKind>> = { stable_token: 'token' }
const others = ['media/uploadimg', 'material/add_material', 'draft/add', 'draft/batchget'] as const

function kindOf(path: string): CallKind | undefined {
  const name = path.replace(/^\/cgi-bin\//, '')
  return kinds[name] ?? others.find((kind) => kind === name)
}

async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function fileIn(req: IncomingMessage, body: Buffer): Promise<Buffer> {
  const headers = { 'Content-Type': req.headers['content-type'] ?? '' }
  const form = await new Response(new Uint8Array(body), { headers }).formData()
  const media = form.get('media')
  if (!(media instanceof Blob)) throw new Refusal(41005, 'media data missing')
  return Buffer.from(await media.arrayBuffer())
}

function typeOf(file: Buffer): string {
  if (file.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  return file.subarray(1, 4).toString() === 'PNG' ? 'image/png' : 'unknown'
}

const send = (res: ServerResponse, body: object): void =>
  void res.setHeader('Content-Type', 'application/json; charset=utf-8').end(JSON.stringify(body))
