import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { draftBody, wechatClient, type WechatClient } from '../../../../src/wechat/api/client.ts'
import { WechatError } from '../../../../src/wechat/api/errors.ts'
import type { CallKind } from '../../../../src/wechat/api/limits.ts'
import { stableToken } from '../../../../src/wechat/api/stableToken.ts'
import type { ArticlePart } from '../../../../src/wechat/article.ts'
import { picture } from '../../../support/pictures.ts'
import { startStandIn, type Ending, type StandIn } from '../../../support/wechatStandIn.ts'

let wechat: StandIn
let client: WechatClient
let usedUp: CallKind[] = []
let token: string | undefined

const timeoutMs = 200

const account = () => ({
  appId: wechat.appId,
  secret: wechat.secret,
  base: wechat.url,
  timeoutMs,
})

beforeAll(async () => {
  wechat = await startStandIn()
  client = wechatClient({
    base: wechat.url,
    timeoutMs,
    meter: {
      count: () => Promise.resolve(),
      usedUp: (kind) => Promise.resolve(void usedUp.push(kind)),
    },
    tokens: {
      async token(refused) {
        if (token === undefined || refused !== undefined) {
          token = (await stableToken(account(), refused !== undefined)).token
        }
        return token
      },
    },
  })
})
afterEach(() => {
  wechat.reset()
  usedUp = []
  token = undefined
})
afterAll(() => wechat.stop())

const article = (given: Partial<ArticlePart> = {}): ArticlePart => ({
  title: '清河镇人民政府2026年政府信息公开工作年度报告',
  author: '清河镇人民政府',
  digest: '主动公开 12 条',
  content: '<section><p>根据《条例》编制。</p></section>',
  contentSourceUrl: 'https://example.gov.cn/v1/reports/qinghe/2026',
  ...given,
})

const jpeg = async (options = {}) => ({
  data: await picture({ format: 'jpeg', ...options }),
  mimeType: 'image/jpeg',
  fileName: 'a.jpg',
})

const cover = async () => client.addCover(await jpeg())

/** @returns what the call throws */
const failure = (call: Promise<unknown>): Promise<WechatError> =>
  call.then(
    () => Promise.reject(new Error('it succeeded')),
    (error: WechatError) => error,
  )

describe('what succeeds', () => {
  it('uploads an image, a cover and a draft, in Chinese that is not escaped', async () => {
    const address = await client.uploadImage(await jpeg())
    const coverId = await cover()
    const content = `<p>图：</p><img src="${address}" />`
    const mediaId = await client.addDraft([article({ content })], coverId)
    expect(wechat.drafts).toEqual([
      {
        mediaId,
        articles: [
          {
            title: article().title,
            author: article().author,
            digest: article().digest,
            content,
            content_source_url: article().contentSourceUrl,
            thumb_media_id: coverId,
          },
        ],
      },
    ])
    expect(draftBody([article()], coverId)).not.toContain('\\u')
    expect(wechat.filtered).toEqual([])
  })

  it('finds a draft by its cover on whichever page it is', async () => {
    const first = await cover()
    const mediaId = await client.addDraft([article()], first)
    const other = await cover()
    for (let i = 0; i < 45; i += 1) await client.addDraft([article()], other)
    expect(await client.findDraft(first)).toBe(mediaId)
    expect(await client.findDraft('cover-of-none')).toBeUndefined()
    wechat.drafts.length = 20 // a last page that is full is followed by an empty one
    expect(await client.findDraft(first)).toBeUndefined()
  })

  it('takes another token, once, when WeChat does not accept the one it has', async () => {
    await cover()
    wechat.expireTokens()
    await cover()
    expect(wechat.calls).toEqual([
      'token',
      'material/add_material',
      'material/add_material',
      'token',
      'material/add_material',
    ])
    wechat.script('material/add_material', 1, { errcode: 42001 })
    wechat.script('material/add_material', 2, { errcode: 40014 })
    expect(await failure(cover())).toMatchObject({ code: 40014, retry: 'soon' })
  })
})

describe('refusals', () => {
  const long = (length: number) => '公'.repeat(length)

  it.each<[string, Partial<ArticlePart>, number]>([
    ['a title', { title: long(33) }, 45003],
    ['an author', { author: long(17) }, 45110],
    ['a digest', { digest: long(129) }, 45004],
    ['a text', { content: long(20_000) }, 45002],
    ['an address', { contentSourceUrl: `https://example.gov.cn/${'a'.repeat(1024)}` }, 45005],
  ])('%s that is too long is refused for good', async (_, given, code) => {
    const error = await failure(client.addDraft([article(given)], await cover()))
    expect(error).toMatchObject({ code, retry: 'never', isUncertain: false })
    expect(error.advice).toMatch(/超过/)
  })

  it.each<[string, () => Promise<unknown>, object]>([
    [
      'nine articles',
      async () => client.addDraft(Array(9).fill(article()), await cover()),
      { code: 45008, retry: 'never' },
    ],
    [
      'an unknown cover',
      () => client.addDraft([article()], 'cover-of-none'),
      { code: 40007, retry: 'soon' },
    ],
    [
      'an image of 1 MB',
      async () => client.uploadImage(await jpeg({ width: 1400, height: 1400, noise: true })),
      { code: 40009, retry: 'never' },
    ],
    [
      'a GIF',
      async () =>
        client.uploadImage({
          data: await picture({ format: 'gif' }),
          mimeType: 'image/gif',
          fileName: 'a.gif',
        }),
      { code: 40005, retry: 'never' },
    ],
  ])('%s', async (_, run, expected) => {
    expect(await failure(run())).toMatchObject({ ...expected, isUncertain: false })
  })

  it('an address that is not on the list is named', async () => {
    wechat.rules.isListed = false
    const error = await failure(cover())
    expect(error).toMatchObject({ code: 40164, retry: 'never' })
    expect(error.advice).toContain('203.0.113.7')
  })

  it('a wrong secret', async () => {
    const error = await failure(stableToken({ ...account(), secret: 'wrong-secret' }, false))
    expect(error).toMatchObject({ code: 40125, retry: 'never' })
    expect(error.message).not.toContain('wrong-secret')
    expect(
      await failure(stableToken({ ...account(), appId: 'wx0000000000000000' }, false)),
    ).toMatchObject({ code: 40013, retry: 'never' })
  })

  it('a right that is missing: copying always works', async () => {
    wechat.rules.forbidden = ['draft/add']
    const error = await failure(client.addDraft([article()], await cover()))
    expect(error).toMatchObject({ code: 48001, retry: 'never' })
    expect(error.advice).toContain('复制')
  })

  it('the quota of the day: tomorrow, and it is told to the counter', async () => {
    wechat.rules.limits.callsInADay = { 'draft/add': 1 }
    const coverId = await cover()
    await client.addDraft([article()], coverId)
    const error = await failure(client.addDraft([article()], coverId))
    expect(error).toMatchObject({ code: 45009, retry: 'tomorrow', isUncertain: false })
    expect(usedUp).toEqual(['draft/add'])
  })

  it('a code that is not known has advice all the same', async () => {
    wechat.script('draft/add', 1, { errcode: 99999 })
    const error = await failure(client.addDraft([article()], await cover()))
    expect(error).toMatchObject({ code: 99999, retry: 'never' })
    expect(error.advice).not.toBe('')
  })
})

describe('no proper answer', () => {
  it.each<[string, Ending, RegExp]>([
    ['5xx', { status: 503 }, /HTTP 503/],
    ['text that is no JSON', { text: '<html>' }, /JSON/],
    ['an answer without what was asked for', { text: '{}' }, /media_id/],
    ['a lost answer', 'lost', /网络错误/],
    ['a dropped connection', 'dropped', /网络错误/],
    ['a slow answer', { afterMs: 2 * timeoutMs }, /超时/],
    ['system busy', { errcode: -1 }, /-1/],
  ])('%s leaves open whether it was done, and is tried again', async (_, ending, message) => {
    const coverId = await cover()
    wechat.script('draft/add', 1, ending)
    const error = await failure(client.addDraft([article()], coverId))
    expect(error).toMatchObject({ retry: 'soon', isUncertain: true })
    expect(error.message).toMatch(message)
  })

  it('names neither token nor address in any error', async () => {
    const coverId = await cover()
    const errors: WechatError[] = []
    for (const ending of [{ status: 500 }, 'dropped', { errcode: 48001 }] as const) {
      wechat.script('draft/add', 1, ending)
      errors.push(await failure(client.addDraft([article()], coverId)))
    }
    // The stand-in names the token that it refuses.
    wechat.rules.secondsOfToken = 0
    wechat.expireTokens()
    token = 'refused/+=token'
    wechat.script('token', 1, { errcode: 40001, errmsg: `${wechat.secret} is wrong` })
    errors.push(await failure(client.addDraft([article()], coverId)))
    token = 'refused/+=token'
    errors.push(await failure(client.addDraft([article()], coverId)))
    for (const error of errors) {
      expect(error).toBeInstanceOf(WechatError)
      const text = [error.message, error.advice, error.stack, String(error.cause)].join('\n')
      expect(text).not.toContain('access_token=')
      for (const given of [...wechat.tokens, wechat.secret, 'refused/+=token']) {
        expect(text).not.toContain(given)
        expect(text).not.toContain(encodeURIComponent(given))
      }
    }
  })
})
