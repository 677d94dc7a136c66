/** In the corner of every page, leading home. */
export const Icon = () => (
  <span style={{ fontSize: '1rem', fontWeight: 600, whiteSpace: 'nowrap' }}>公开</span>
)
