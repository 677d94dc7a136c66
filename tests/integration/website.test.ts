import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { load } from 'cheerio'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveAsset } from '../../src/site/assets/serveAsset.ts'
import { serveChoice, serveDisplayStyle } from '../../src/site/display/serveDisplay.ts'
import {
  serveHome,
  serveNotFound,
  serveOrganization,
  serveReport,
  serveSearch,
} from '../../src/site/serve.tsx'
import { publicationOf } from '../support/publications.ts'
import {
  correctionReason,
  countyReport,
  countyYears,
  quietReport,
  townReport,
} from '../support/publishedYears.ts'
import { startApi, type StandInApi } from '../support/standInApi.ts'

const site = 'http://www.example.gov.cn'
const kept = { ...process.env }
let shared: StandInApi
/** The one that the website reads: shared by tests that only read. */
let api: StandInApi

beforeAll(async () => {
  shared = await startApi()
})
afterAll(() => shared.stop())

beforeEach(() => read(shared))
afterEach(async () => {
  if (api !== shared) await api.stop()
  process.env = { ...kept }
})

/** For tests that publish, withdraw or stop. */
const readAnother = async () => read(await startApi())

function read(other: StandInApi): void {
  api = other
  Object.assign(process.env, {
    ...{ SITE_API_URL: api.url, PUBLIC_URL: api.url, SITE_NAME: '示例县政府信息公开' },
    ...{ SITE_ID_CODE: '3700000001', SITE_DOMAIN: 'www.example.gov.cn', SITE_ICP: '示ICP备1号' },
  })
}

const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(site + path, { headers })

const report = (slug: string, year: number | string, headers = {}) =>
  serveReport(request(`/reports/${encodeURIComponent(slug)}/${year}`, headers), slug, String(year))

const documentOf = async (answer: Response) => load(await answer.text())

const pages = (): [string, () => Promise<Response>][] => [
  ['home', () => serveHome(request('/'))],
  ['organ', () => serveOrganization(request('/organizations/shili'), 'shili')],
  ['report', () => report('shili', 2023)],
  ['report of zeros', () => report('baiyun', 2022)],
  ['search', () => serveSearch(request('/search?q=2023'))],
  ['search for nothing', () => serveSearch(request('/search'))],
]

describe('every page', () => {
  it.each(pages())('ships no script and allows none: %s', async (_, serve) => {
    const answer = await serve()
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+="|javascript:/i)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
  })

  it.each(pages())('asks for nothing from elsewhere: %s', async (_, serve) => {
    const $ = await documentOf(await serve())
    const loaded = $('link[rel=stylesheet], link[rel=icon]')
      .map((_, { attribs }) => attribs.href)
      .get()
    expect(loaded).toHaveLength(3)
    expect([
      ...loaded,
      ...$('img')
        .map((_, { attribs }) => attribs.src)
        .get(),
    ]).toEqual(expect.not.arrayContaining([expect.stringMatching(/^(https?:)?\/\//)]))
  })

  it.each(pages())('has the tags of government websites: %s', async (_, serve) => {
    const $ = await documentOf(await serve())
    const tag = (name: string) => $(`meta[name="${name}"]`).attr('content')
    expect($('html').attr('lang')).toBe('zh-CN')
    expect(tag('SiteName')).toBe('示例县政府信息公开')
    expect(tag('SiteDomain')).toBe('www.example.gov.cn')
    expect(tag('SiteIDCode')).toBe('3700000001')
    for (const name of ['ColumnName', 'ColumnType', 'Keywords', 'Description']) {
      expect([name, tag(name)]).toEqual([name, expect.stringMatching(/\p{Script=Han}/u)])
    }
  })

  it('has at its foot whose it is and under which records, and nothing that is not set', async () => {
    const footOf = async () => (await documentOf(await report('shili', 2023)))('footer').text()
    const bare = await footOf()
    expect(bare).toContain('网站标识码：3700000001')
    expect(bare).not.toMatch(/主办单位|联系方式|公网安备|undefined/)
    Object.assign(process.env, {
      ...{ SITE_SPONSOR: '示例县人民政府办公室', SITE_CONTACT: '0000-1234567' },
      SITE_SECURITY_RECORD: '示公网安备1号',
    })
    const foot = await footOf()
    for (const part of [
      '主办单位：示例县人民政府办公室',
      '联系方式：0000-1234567',
      '示ICP备1号',
      '示公网安备1号',
    ]) {
      expect(foot).toContain(part)
    }
  })

  it.each(pages())('is answered with 304 to whoever holds it: %s', async (name, serve) => {
    const etag = (await serve()).headers.get('etag') ?? ''
    const [, again] = [etag, await serve()]
    expect(again.headers.get('etag')).toBe(etag)
    if (name !== 'report') return
    for (const held of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
      const answer = await report('shili', 2023, { 'if-none-match': held })
      expect([held, answer.status]).toEqual([held, 304])
      expect(await answer.text()).toBe('')
    }
    expect((await report('shili', 2023, { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it.each(pages())(
    'has each id once, and only references that lead somewhere: %s',
    async (_, serve) => {
      const $ = await documentOf(await serve())
      const ids = $('[id]')
        .map((_, { attribs }) => attribs.id)
        .get()
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
      const named = $('[aria-labelledby], [headers], a[href^="#"], label[for]')
        .map((_, { attribs }) =>
          (
            attribs['aria-labelledby'] ??
            attribs.headers ??
            attribs.for ??
            attribs.href?.slice(1) ??
            ''
          ).split(' '),
        )
        .get()
      expect(named.filter((id) => !ids.includes(id))).toEqual([])
    },
  )
})

describe('the page of a report', () => {
  it('has the six sections in the official order, with their tables', async () => {
    const $ = await documentOf(await report('shili', 2023))
    const headings = $('.document h2')
      .map((_, heading) => $(heading).text().slice(0, 2))
      .get()
    expect(headings).toEqual(['一、', '二、', '三、', '四、', '五、', '六、'])
    const captions = $('.statutory caption')
      .map((_, caption) => $(caption).text())
      .get()
    expect(captions).toEqual(['主动公开表', '依申请公开表', '复议诉讼表'])
    expect(
      $('.statutory')
        .toArray()
        .map(({ attribs }) => attribs.tabindex),
    ).toEqual(['0', '0', '0'])
    const linked = $('.contents a')
      .map((_, link) => $(link).text())
      .get()
    expect(linked).toEqual(expect.arrayContaining(['一、总体情况', '（五）监督保障']))
  })

  it('begins with figures and pictures, each with a table of the same numbers behind it', async () => {
    const $ = await documentOf(await report('shili', 2023))
    const { tables } = countyReport(2023)
    const received = tables.applications.rows[0]?.cells ?? {}
    expect($('.key-figures').text()).toContain(`${received.total} 件`)
    const numbers = $('#applicants details tbody tr')
      .map((_, row) => $(row).find('td').first().text())
      .get()
    expect(numbers.map(Number)).toEqual(
      tables.applications.columns
        .filter(({ key }) => key !== 'total')
        .map(({ key }) => received[key]),
    )
    const pictures = $('figure').toArray()
    expect(pictures).toHaveLength(5)
    for (const picture of pictures) {
      expect($(picture).find('svg[role=img]')).toHaveLength(3)
      expect($(picture).find('details table tbody tr').length).toBeGreaterThan(1)
    }
  })

  it('tells shares of what was decided; what is carried out is no part of it', async () => {
    const $ = await documentOf(await report('shili', 2023))
    const shares = $('#outcomes details tbody tr')
      .map((_, row) => $(row).find('td').last().text())
      .get()
    expect(shares.at(-1)).toBe('—')
    const sum = shares.slice(0, -1).reduce((total, share) => total + parseFloat(share), 0)
    expect(sum).toBeCloseTo(100, 0)
    expect($('.plain-words').text()).toContain(`予以公开 116 件（占 ${shares[0]}）`)
  })

  it('says what was corrected, why, and what it was before', async () => {
    const $ = await documentOf(await report('shili', 2023))
    const notice = $('#correction')
    expect(notice.text()).toContain(correctionReason.replace('。', ''))
    expect(notice.text()).toContain('第 2 版')
    expect(notice.find('tbody tr').text()).toContain('主动公开政府信息总数')
    expect([notice.find('tbody del').text(), notice.find('tbody ins').text()]).toEqual([
      '4,280',
      '4,292',
    ])
    expect(notice.find('.text-change ins').text()).toContain('此前漏计的 12 条已补入')
    expect($('.byline').text()).toContain('发布时间：2024-01-25 10:00更正时间：2024-03-11 09:30')
    const untouched = await documentOf(await report('shili', 2022))
    expect(untouched('#correction')).toHaveLength(0)
    expect(untouched('.byline').text()).not.toContain('更正')
    expect(untouched('.downloads').text()).not.toContain('历史版本')
  })

  it('has whom to ask in its index, and leads to its parts', async () => {
    const $ = await documentOf(await report('shili', 2023))
    expect($('.facts').text()).toContain('联系电话0536-0000000')
    expect($('.facts').text()).not.toContain('电子邮箱')
    expect($('.facts').text()).toContain('2023年1月1日至2023年12月31日')
    const parts = (page: typeof $) => page('.jump').text()
    expect(parts($)).toBe('一图读懂与上年比较报告全文下载与历史版本')
    expect(parts(await documentOf(await report('shili', 2019)))).toBe('一图读懂报告全文下载')
  })

  it('compares with the year before, and says so where the forms differ', async () => {
    const same = await documentOf(await report('shili', 2023))
    expect(same('#last-year').text()).not.toContain('格式不同')
    const across = await documentOf(await report('shili', 2021))
    expect(across('#last-year').text()).toContain('格式不同')
    expect((await documentOf(await report('shili', 2019)))('#last-year')).toHaveLength(0)
  })

  it('leads to the years beside it, the feed, and what the API offers for downloading', async () => {
    const $ = await documentOf(await report('shili', 2023))
    expect($('a[rel=prev]').attr('href')).toBe('/reports/shili/2022')
    expect($('a[rel=next]').attr('href')).toBe('/reports/shili/2024')
    expect($('link[type="application/atom+xml"]').attr('href')).toBe(
      '/v1/feed.atom?organization=shili',
    )
    const downloads = $('.downloads a')
      .map((_, { attribs }) => attribs.href)
      .get()
    expect(downloads).toContain('/v1/reports/shili/2023/revisions/1.html')
    expect(downloads.length).toBeGreaterThan(8)
    for (const href of downloads) {
      const { status } = await fetch(new URL(href, api.url))
      expect([href, status]).toEqual([href, 200])
    }
  })

  it('tells what it is an article of', async () => {
    const $ = await documentOf(await report('shili', 2023))
    const tag = (name: string) => $(`meta[name="${name}"]`).attr('content')
    expect(tag('ArticleTitle')).toBe('示例县人民政府2023年政府信息公开工作年度报告')
    expect(tag('PubDate')).toBe('2024-03-11 09:30')
    expect(tag('ContentSource')).toBe('示例县人民政府')
  })

  it('escapes whatever it is given', async () => {
    await readAnother()
    const evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    const content = countyReport(2018)
    content.title = evil
    content.preamble = evil
    content.contact.office = evil
    content.organization = { ...content.organization, name: evil }
    content.signature.name = evil
    content.disclosureFigures.channels[0]!.channel.name = evil
    content.sections[0]!.heading = evil
    content.sections[4] = { ...content.sections[4]!, html: '', text: evil }
    api.store.publish(publicationOf(content))
    const html = await (await report('shili', 2018)).text()
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toMatch(/<script|<img/)
    const q = encodeURIComponent(evil)
    expect(await (await serveSearch(request(`/search?q=${q}`))).text()).not.toMatch(/<script|<img/)
  })

  it('shows a form that it does not know row by row', async () => {
    await readAnother()
    const content = { ...countyReport(2018), format: '2035' }
    api.store.publish(publicationOf(content))
    const $ = await documentOf(await report('shili', 2018))
    expect($('.statutory--applications tbody tr').length).toBe(
      content.tables.applications.rows.length,
    )
  })

  it('has its pictures under its own address, and allows those of the API where that is another', async () => {
    await readAnother()
    const address = `${api.url}/v1/reports/shili/2018/images/${'a'.repeat(64)}.png`
    const content = countyReport(2018)
    content.sections[0]!.html = `<p><img src="${address}" alt="图" width="10" height="10" /></p>`
    api.store.publish(publicationOf(content))
    const near = await report('shili', 2018)
    expect((await documentOf(near))('.narrative img').attr('src')).toBe(
      address.slice(api.url.length),
    )
    process.env.PUBLIC_URL = site
    const far = await report('shili', 2018)
    expect(far.headers.get('content-security-policy')).toContain(`img-src 'self' ${api.url};`)
    expect((await documentOf(far))('.narrative img').attr('src')).toBe(address)
  })
})

describe('the home page', () => {
  it('adds up the newest year without counting a town twice', async () => {
    const $ = await documentOf(await serveHome(request('/')))
    expect($('.totals').text()).toContain('3 个机关已发布2024年度报告')
    const county = countyReport(2024)
    const received = county.tables.applications.rows[0]?.cells.total
    expect($('.totals .key-figures').text()).toContain(`${received} 件`)
  })

  it('stays with the year before while few organs have published the newest', async () => {
    await readAnother()
    api.store.publish(publicationOf(townReport(2025)))
    const $ = await documentOf(await serveHome(request('/')))
    expect($('#totals-head').text()).toBe('2024年度总体情况')
    expect($('.totals').text()).toContain('2025年度报告正在陆续发布，已有 1 个机关发布')
    expect($('.report-list a').first().attr('href')).toBe('/reports/liuhe/2025')
  })

  it('says of how many reports a sum is not', async () => {
    await readAnother()
    const silent = townReport(2025)
    silent.disclosureFigures.total = null
    for (const content of [silent, quietReport(2025)]) api.store.publish(publicationOf(content))
    const $ = await documentOf(await serveHome(request('/')))
    const disclosed = $('.totals .key-figures > div').first().text()
    expect(disclosed).toBe('主动公开政府信息64 条另有 1 份报告未载明，未计入')
    expect($('.totals > p').text()).not.toContain('上级政府')
  })

  it('leads to every report of every organ', async () => {
    const $ = await documentOf(await serveHome(request('/')))
    const links = $('section > .organs > li:first-child > .organ .years a')
      .map((_, { attribs }) => attribs.href)
      .get()
    expect(links).toEqual([...countyYears].reverse().map((year) => `/reports/shili/${year}`))
    expect($('.organs .organs > li')).toHaveLength(2)
  })

  it('is not broken by an API that has nothing yet', async () => {
    await readAnother()
    for (const slug of ['liuhe', 'baiyun', 'shili']) {
      for (const year of countyYears) api.store.withdraw(slug, year)
    }
    const $ = await documentOf(await serveHome(request('/')))
    expect($('main').text()).toContain('还没有发布的年度报告')
  })
})

describe('an organ', () => {
  it('shows its years as pictures with tables behind them', async () => {
    const $ = await documentOf(await serveOrganization(request('/organizations/shili'), 'shili'))
    expect($('#outcomes details tbody tr')).toHaveLength(countyYears.length)
    expect($('#trend-received svg')).toHaveLength(3)
    expect($('.report-list a')).toHaveLength(countyYears.length)
  })
})

describe('search', () => {
  it('finds, filters by year and says how many', async () => {
    const $ = await documentOf(await serveSearch(request('/search?q=柳河&year=2023')))
    expect($('[role=status]').text()).toBe('找到 1 份年度报告。')
    expect($('.report-list a').attr('href')).toBe('/reports/liuhe/2023')
    expect($('input[type=search]').attr('value')).toBe('柳河')
    expect($('meta[name=robots]').attr('content')).toBe('noindex')
  })

  it('shows the words around what was found, marked', async () => {
    const $ = await documentOf(await serveSearch(request('/search?q=适老化&year=2023')))
    expect($('.excerpt mark').text()).toBe('适老化')
    expect($('.excerpt').text()).toContain('完成门户网站适老化改造，开设政策问答栏目。')
  })

  it('says that there is nothing', async () => {
    const $ = await documentOf(await serveSearch(request('/search?q=没有这个词')))
    expect($('[role=status]').text()).toContain('没有找到')
  })
})

describe('what is not there', () => {
  it.each<[number, string, () => Promise<Response>]>([
    [404, '没有已发布的这份年度报告', () => report('shili', 2018)],
    [404, '没有已发布的这份年度报告', () => report('shili', 'abc')],
    [404, '没有已发布的这份年度报告', () => report('../organizations', 2023)],
    [404, '没有这个机关', () => serveOrganization(request('/organizations/x'), 'x')],
    [404, '没有这个地址', () => serveNotFound(request('/x'))],
    [400, '参数 page 有误', () => serveSearch(request('/search?page=x'))],
    [400, '参数 year 有误', () => serveSearch(request('/search?year=最近'))],
    [400, '参数 page 有误', () => serveHome(request('/?page=0'))],
  ])('is answered with %i: %s', async (status, words, serve) => {
    const answer = await serve()
    const $ = await documentOf(answer)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect($('main').text()).toContain(words)
    expect($('main a').attr('href')).toBe('/')
  })

  it('is gone with the withdrawal, for those too who hold the page', async () => {
    await readAnother()
    const etag = (await report('shili', 2023)).headers.get('etag') ?? ''
    expect((await documentOf(await report('shili', 2024)))('#trend-received').text()).toContain(
      '2023年',
    )
    api.store.withdraw('shili', 2023)
    api.delivery.forget('shili', 2023)
    const answer = await report('shili', 2023, { 'if-none-match': etag })
    expect(answer.status).toBe(410)
    expect((await documentOf(answer))('main').text()).toContain('撤回')
    const next = await documentOf(await report('shili', 2024))
    expect(next('#trend-received').text()).not.toContain('2023年')
    expect(next('#last-year')).toHaveLength(0)
    expect(next('a[rel=prev]').attr('href')).toBe('/reports/shili/2022')
  })

  it('is a correction as soon as it is published', async () => {
    await readAnother()
    await report('shili', 2022)
    const content = countyReport(2022)
    content.disclosureFigures.total = 4321
    api.store.publish(publicationOf(content, { revision: 2, correctionReason: '补录。' }))
    api.delivery.forget('shili', 2022)
    const $ = await documentOf(await report('shili', 2022))
    expect($('.key-figures').first().text()).toContain('4,321 条')
    expect($('#correction').text()).toContain('更正原因：补录。')
  })
})

describe('an API that is away', () => {
  it('is answered with 503, to be asked again', async () => {
    await readAnother()
    await api.stop()
    for (const [, serve] of pages()) {
      const answer = await serve()
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('10')
      expect((await documentOf(answer))('main').text()).toContain('稍后再试')
    }
  })

  it.each([
    ['an error', 500, 'application/json', '{"detail":"secret of the server"}'],
    ['a page that is no JSON', 200, 'text/html', '<h1>hello</h1>'],
    ['a redirect', 302, 'text/plain', ''],
  ])('so is one that answers with %s', async (_, status, type, body) => {
    const other = createServer((_req, res) => {
      res.writeHead(status, { 'Content-Type': type, Location: '/elsewhere' })
      res.end(body)
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    process.env.SITE_API_URL = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
    const answer = await report('shili', 2023)
    expect(answer.status).toBe(503)
    expect(await answer.text()).not.toContain('secret')
    other.closeAllConnections()
    other.close()
  })

  it('is none where the process is the admin alone', async () => {
    delete process.env.SITE_API_URL
    process.env.GONGKAI_ROLE = 'admin'
    expect((await serveHome(request('/'))).status).toBe(404)
  })
})

describe('what surrounds the pages', () => {
  it('keeps the style sheet for ever, under the name that pages use', async () => {
    const $ = await documentOf(await serveHome(request('/')))
    const href = $('link[href^="/assets/site."]').attr('href') ?? ''
    const sheet = serveAsset(href.replace('/assets/', ''))
    expect(sheet.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await sheet.text()).not.toMatch(/url\(|@import/)
    const other = serveAsset('site.other.css')
    expect(other.headers.get('cache-control')).toBe('no-store')
    expect(serveAsset('secret').status).toBe(404)
  })

  it('remembers large type, leads back, and tells no cache of it', async () => {
    const chosen = await serveChoice(
      new Request(`${site}/display`, { method: 'POST', body: 'type=large&back=%2Fsearch%3Fq%3D1' }),
    )
    expect(chosen.status).toBe(303)
    expect(chosen.headers.get('location')).toBe('/search?q=1')
    const cookie = (chosen.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const large = serveDisplayStyle(request('/assets/display.css', { cookie }))
    expect(large.headers.get('cache-control')).toBe('private, no-cache')
    expect(large.headers.get('vary')).toBe('Cookie')
    expect(await large.text()).toContain('font-size: 150%')
    expect(await serveDisplayStyle(request('/assets/display.css')).text()).not.toContain('150%')
  })

  it('reads no more of a form than it can have', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(to) {
        sent += 1_000
        to.enqueue(Buffer.from('&x=1234567'.repeat(100)))
      },
    })
    const init = { method: 'POST', body: endless, duplex: 'half' as const }
    const answer = await serveChoice(new Request(`${site}/display`, init))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    expect(sent).toBeLessThan(10_000)
  })
})
