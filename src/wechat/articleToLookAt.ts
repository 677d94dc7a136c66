import { imageAddress } from '../publication/addresses.ts'
import type { Publication } from '../publication/types.ts'
import { renderArticle, type Article, type ArticleOptions } from './article.ts'

/** The article with its pictures from the website in their places. Not to be handed over: WeChat would filter them out. */
export const articleToLookAt = (
  publication: Pick<Publication, 'content' | 'charts'>,
  options: Omit<ArticleOptions, 'uploaded'>,
): Article => {
  const { organization, year } = publication.content
  const uploaded = (name: string) => imageAddress(options.baseUrl, organization.slug, year, name)
  return renderArticle(publication, { ...options, uploaded })
}
