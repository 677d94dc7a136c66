/**
 * Large type and high contrast. The page is the same for everybody, so that it can be kept by
 * caches: /assets/display.css, which follows the reader's cookie, sets the type and shows of each
 * pair of buttons the one that changes something.
 * @param path of the page to come back to
 */
export function DisplayForm({ path }: { path: string }) {
  return (
    <form className="display" action="/display" method="post" aria-label="显示方式">
      <input type="hidden" name="back" value={path} />
      <button className="when-usual-type" name="type" value="large">
        大字版
      </button>
      <button className="when-large-type" name="type" value="usual">
        标准字号
      </button>
      <button className="when-usual-contrast" name="contrast" value="high">
        高对比度
      </button>
      <button className="when-high-contrast" name="contrast" value="usual">
        标准对比度
      </button>
    </form>
  )
}
