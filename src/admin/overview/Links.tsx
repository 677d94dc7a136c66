import { Downloads, Outside, publicAddress, type Current } from './Downloads.tsx'

/** To what the public sees of a report. */
export function Links({ current }: { current: Current }) {
  const address = publicAddress(current)
  return (
    <nav className="gongkai-links" aria-label="公开的内容">
      <span className="gongkai-muted">公众所见</span>
      <Downloads current={current} />
      <Outside href={`${address}/wechat?format=html`}>公众号文章预览</Outside>
      <Outside href={address}>数据（JSON）</Outside>
    </nav>
  )
}
