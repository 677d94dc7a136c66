import { expect, it, jest } from '@jest/globals'
import type { Push } from '../../../src/push/Push.ts'
import { addDraft } from '../../../src/push/steps/addDraft.ts'
import { renderArticle, type Article } from '../../../src/wechat/article.ts'
import { publicationOf, reportContent } from '../../support/publications.ts'

const sound = renderArticle(publicationOf(reportContent()), { baseUrl: 'https://gov.example' })
const withPart = (part: Partial<Article>): Article => ({
  ...sound,
  articles: sound.articles.map((one) => ({ ...one, ...part })),
})

it.each([
  [
    'a title over the limit',
    withPart({ title: '长'.repeat(33) }),
    '第 1 篇：标题有 33 字符，最多 32',
  ],
  ['too many articles', { ...sound, articles: Array(9).fill(sound.articles[0]) }, '共 9 篇'],
  [
    'an image from elsewhere',
    withPart({ content: '<section><img src="https://elsewhere.example/a.png" /></section>' }),
    '公众号不接受的写法',
  ],
])('hands nothing over that WeChat would refuse or drop: %s', async (_, article, advice) => {
  const write = jest.fn()
  const add = jest.fn()
  const push = {
    record: { coverMediaId: 'cover' },
    uploads: {},
    render: () => article,
    write,
    client: { addDraft: add },
  }
  await expect(addDraft(push as unknown as Push)).rejects.toMatchObject({
    retry: 'never',
    advice: expect.stringContaining(advice),
  })
  expect(write).not.toHaveBeenCalled()
  expect(add).not.toHaveBeenCalled()
})
