import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { load } from 'cheerio'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { handleEndpoints } from 'payload'
import type { Report } from '../../src/payload-types.ts'
import { boot, type Booted } from '../support/boot.ts'
import { furnish, newReport, password, type Office, type PersonKey } from '../support/office.ts'
import { picture } from '../support/pictures.ts'
import { image, state } from '../support/richText.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-media-'))
let booted: Booted
let office: Office
let report: Report

beforeAll(async () => {
  booted = await boot()
  office = await furnish(booted.payload)
  report = await newReport(booted.payload, office.town.id, 2021)
})
afterAll(async () => {
  await booted.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function preview(person: PersonKey | undefined, query = '', id = report.id) {
  const { payload, config } = booted
  const email = person && office.people[person].email
  const { token } = email
    ? await payload.login({ collection: 'users', data: { email, password } })
    : {}
  const headers = new Headers(token ? { Authorization: `JWT ${token}` } : {})
  const request = new Request(`http://localhost/api/reports/${id}/preview${query}`, { headers })
  const response = await handleEndpoints({ config, request })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('the preview of a draft', () => {
  it.each([
    ['the official document', '', 'table', '草稿，未发布'],
    ['the same by name', '?as=document', 'table', '草稿，未发布'],
    ['the article', '?as=article', '[data-article]', '草稿，未发布'],
  ])('shows %s of a report that is far from complete', async (_, query, part, mark) => {
    const { status, headers, text } = await preview('editor', query)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none';.*frame-ancestors 'self'$/,
    )
    const $ = load(text)
    expect($(part).length).toBeGreaterThan(0)
    expect($('body').text()).toContain(mark)
    expect($('body').text()).toContain('清河镇人民政府2021年政府信息公开工作年度报告')
  })

  it('shows numbers that do not add up as they are, and blanks as blanks', async () => {
    const { docs } = await booted.payload.find({
      collection: 'table-rows',
      where: { and: [{ report: { equals: report.id } }, { row: { equals: 'received' } }] },
    })
    const cells = { ...(docs[0]?.cells as object), naturalPerson: 3, total: 977 }
    await booted.payload.db.updateOne({
      collection: 'table-rows',
      id: docs[0]?.id ?? '',
      data: { cells },
    })
    const $ = load((await preview('editor')).text)
    const values = $('th:contains("一、本年新收")').parent().find('td').toArray()
    expect(values.map((cell) => $(cell).text())).toEqual([
      ...['3', '未填', '未填', '未填', '未填', '未填', '977'],
    ])
  })

  it('carries its pictures within itself, for they are not public', async () => {
    const { payload } = booted
    payload.collections.media.config.upload.staticDir = folder
    const data = await picture({})
    const { id } = await payload.create({
      collection: 'media',
      data: { alt: '办事窗口' },
      file: { data, mimetype: 'image/png', name: 'window.png', size: data.length },
    })
    const { docs } = await payload.find({
      collection: 'sections',
      where: { and: [{ report: { equals: report.id } }, { key: { equals: 'overview' } }] },
    })
    await payload.db.updateOne({
      collection: 'sections',
      id: docs[0]?.id ?? '',
      data: { content: state(image(id)) },
    })
    const $ = load((await preview('editor')).text)
    expect($('img').attr('alt')).toBe('办事窗口')
    expect($('img').attr('src')).toMatch(/^data:image\/png;base64,.{20}/)
    expect((await preview('editor', '?as=article')).status).toBe(200)
  })

  it.each<[PersonKey | undefined, number]>([
    ['reviewer', 200],
    ['supervisor', 200],
    ['administrator', 200],
    ['otherEditor', 404],
    ['wechat', 403],
    [undefined, 401],
  ])('answers %s with %i', async (person, status) => {
    const answer = await preview(person)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toMatch(status === 200 ? /html/ : /json/)
  })

  it('refuses what it cannot show', async () => {
    const { status, text } = await preview('editor', '?as=pdf')
    expect(status).toBe(400)
    expect(text).toContain('document')
    expect((await preview('editor', '?as=constructor')).status).toBe(400)
    expect((await preview('editor', '', 'nowhere')).status).toBe(404)
  })
})
