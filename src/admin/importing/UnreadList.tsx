import type { Unread } from '../../importing/types.ts'

/** What of a file found no place in the report, with where it stood and why. */
export function UnreadList({ unread }: { unread: readonly Unread[] }) {
  if (unread.length === 0) return <p>文件内容已全部读入。</p>
  return (
    <details className="gongkai-findings" open>
      <summary>有 {unread.length} 处没有读入，请对照原件核对</summary>
      <ul>
        {unread.map(({ line, text, reason }, index) => (
          <li key={index}>
            {line !== undefined && `第 ${line} 行：`}
            {reason}
            <br />
            <q>{text}</q>
          </li>
        ))}
      </ul>
    </details>
  )
}
