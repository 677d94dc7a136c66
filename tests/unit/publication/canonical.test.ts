import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { describe, expect, it } from '@jest/globals'
import { canonicalJson, digestOf } from '../../../src/publication/canonical.ts'
import { reportJson, revisionJson } from '../../../src/publication/reportJson.ts'
import { tableJson } from '../../../src/publication/tableJson.ts'
import { publicationOf, reportContent } from '../../support/publications.ts'

const content = reportContent({
  tables: { applications: { received: { naturalPerson: 3, total: 3 } } },
})
const publication = publicationOf(content)

describe('the canonical JSON of a content', () => {
  it('does not depend on the order of members', () => {
    const reversed = Object.fromEntries(Object.entries(content).reverse()) as typeof content
    expect(JSON.stringify(reversed)).not.toBe(JSON.stringify(content))
    expect(canonicalJson(reversed)).toBe(canonicalJson(content))
  })

  it('is read back as the same content', () => {
    expect(JSON.parse(canonicalJson(content))).toEqual(content)
  })

  it.each([NaN, Infinity])('refuses %s', (total) => {
    expect(() => canonicalJson(reportContent({ total }))).toThrow()
  })

  it.each([
    ['a cell', reportContent({ tables: { applications: { received: { naturalPerson: 4 } } } })],
    [
      'a blank for a zero',
      reportContent({ tables: { disputes: { reconsideration: { upheld: null } } } }),
    ],
    ['a title', reportContent({ title: '另一标题' })],
  ])('has another digest when %s differs', (_, other) => {
    expect(digestOf(other)).toMatch(/^[0-9a-f]{64}$/)
    expect(digestOf(other)).not.toBe(digestOf(content))
  })
})

describe('the published JSON', () => {
  it.each([
    ['report', reportJson(publication, 'https://example.gov.cn')],
    ['revision', revisionJson(publication, 'https://example.gov.cn')],
  ])('lets a reader of the %s check the digest by removing the five members', (_, published) => {
    const received: unknown = JSON.parse(JSON.stringify(published))
    const { publishedAt, revision, digest, url, links, ...rest } = received as typeof published
    const bytes = Buffer.from(canonicalize(rest) ?? '')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest)
    expect({ publishedAt, revision, url }).toEqual({
      publishedAt: publication.publishedAt,
      revision: 1,
      url: 'https://example.gov.cn/v1/reports/liuhe/2021',
    })
    expect(links.self).toMatch(/^https:\/\/example\.gov\.cn\/v1\/reports\/liuhe\/2021/)
  })

  it('has links to each table, made from the base address with or without a final slash', () => {
    const { links } = reportJson(publication, 'https://example.gov.cn/')
    expect(links.tables.applications.csv).toBe(
      'https://example.gov.cn/v1/reports/liuhe/2021/tables/applications.csv',
    )
  })

  it('gives one table with its columns, rows and origin', () => {
    const table = tableJson(publication, 'disputes', 'https://example.gov.cn')
    expect(table).toMatchObject({ table: 'disputes', label: '复议诉讼表', year: 2021, revision: 1 })
    expect(table.rows).toEqual(content.tables.disputes.rows)
    expect(table.columns).toEqual(content.tables.disputes.columns)
  })
})
