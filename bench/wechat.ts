import { yingqiu2020 } from '../src/sample/yingqiu2020.ts'
import { checkArticle } from '../src/wechat/checkArticle.ts'
import { renderArticle } from '../src/wechat/article.ts'
import { importedContent } from '../tests/support/importedContent.ts'
import { measured, median, type Area } from './results.ts'

const warmUp = 20
const rounds = 200

/** How long one article takes from a publication to HTML with its styles inlined, in one thread. */
export const wechat: Area = {
  names: ['wechat.render'],
  run: async () => {
    const publication = { content: importedContent(yingqiu2020), charts: [] }
    const durations = Array.from({ length: warmUp + rounds }, () => {
      const start = performance.now()
      const article = renderArticle(publication, { baseUrl: 'https://example.gov.cn' })
      const duration = performance.now() - start
      const [breach] = checkArticle(article)
      if (breach) throw new Error(breach.message)
      return duration
    })
    const { content } = renderArticle(publication, { baseUrl: 'https://example.gov.cn' })
    return [
      {
        ...measured('wechat.render', 'ms', median(durations.slice(warmUp))),
        note: `the sample of 2020: ${content.length} characters, tags included`,
      },
    ]
  },
}
