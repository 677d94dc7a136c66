import type { Page, PageQuery } from './PublicationStore.ts'

/** The paging shape of Payload, which all lists have. */
export interface PagedList<Doc> extends Page<Doc> {
  limit: number
  page: number
  totalPages: number
  hasNextPage: boolean
  hasPrevPage: boolean
  nextPage: number | null
  prevPage: number | null
}

export function paged<Doc>(
  { docs, totalDocs }: Page<Doc>,
  { page, limit }: PageQuery,
): PagedList<Doc> {
  const totalPages = Math.max(1, Math.ceil(totalDocs / limit))
  const hasNextPage = page < totalPages
  const hasPrevPage = page > 1
  return {
    docs,
    totalDocs,
    limit,
    page,
    totalPages,
    hasNextPage,
    hasPrevPage,
    nextPage: hasNextPage ? page + 1 : null,
    prevPage: hasPrevPage ? page - 1 : null,
  }
}
