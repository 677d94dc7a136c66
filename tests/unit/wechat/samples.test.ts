import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import type { ImportedReport } from '../../../src/importing/types.ts'
import { readReport } from '../../../src/importing/readReport.ts'
import { renderArticle } from '../../../src/wechat/article.ts'
import { checkArticle } from '../../../src/wechat/checkArticle.ts'
import { importedContent } from '../../support/importedContent.ts'
import { publicationOf } from '../../support/publications.ts'
import { referenceFile, referenceFiles } from '../../support/referenceFiles.ts'

/** What stands beside a text whose tables were pictures. */
type Expected = Pick<ImportedReport, 'format' | 'tables'>

const expected = referenceFiles('samples') as Map<string, Expected>
const names = ['yingqiu-2020', ...[...expected.keys()].filter((name) => name !== 'narratives')]
const files = names.flatMap((name) => {
  const file = referenceFile(`samples/${name}.${name.startsWith('hangzhou') ? 'html' : 'txt'}`)
  return file ? [{ name, file }] : []
})

describe('the real reports', () => {
  const given = files.length > 0 ? it : it.skip

  given.each(files)('become an article within all limits: $name', ({ name, file }) => {
    const read = readReport({ name: file, data: readFileSync(file) })
    const { format, tables } = expected.get(name) ?? read
    const content = importedContent({ ...read, format, tables })
    for (const form of ['grid', 'phone'] as const) {
      const article = renderArticle(publicationOf(content), { baseUrl: 'https://a.gov.cn', form })
      expect(checkArticle(article)).toEqual([])
      expect(article.articles).toHaveLength(1)
      expect(article.content).toContain('三、收到和处理政府信息公开申请情况')
    }
  })
})
