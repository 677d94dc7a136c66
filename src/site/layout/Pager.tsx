import type { List } from '../api/types.ts'

interface PagerProps {
  list: Pick<List<unknown>, 'page' | 'totalPages' | 'prevPage' | 'nextPage'>
  /** @returns the address of a page */
  path: (page: number) => string
}

/** Absent where there is one page. */
export function Pager({ list: { page, totalPages, prevPage, nextPage }, path }: PagerProps) {
  if (totalPages < 2) return null
  return (
    <nav className="pager" aria-label="分页">
      {prevPage !== null && (
        <a rel="prev" href={path(prevPage)}>
          上一页
        </a>
      )}
      <span>
        第 {page} 页，共 {totalPages} 页
      </span>
      {nextPage !== null && (
        <a rel="next" href={path(nextPage)}>
          下一页
        </a>
      )}
    </nav>
  )
}
