/** In the corner of every page, leading home; there is room for one character. */
export const Icon = () => (
  <span title="公开" style={{ fontSize: '1.125rem', fontWeight: 600, lineHeight: 1 }}>
    公
  </span>
)
