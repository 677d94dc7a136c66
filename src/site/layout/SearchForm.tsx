/** @param q what was searched for */
export function SearchForm({ q }: { q?: string }) {
  return (
    <form className="search" role="search" action="/search" method="get">
      <label className="aside" htmlFor="q">
        搜索年度报告
      </label>
      <input
        id="q"
        type="search"
        name="q"
        defaultValue={q}
        maxLength={100}
        placeholder="机关、年度或报告中的词"
      />
      <button type="submit">搜索</button>
    </form>
  )
}
