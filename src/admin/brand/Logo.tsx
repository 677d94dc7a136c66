/** On the page to sign in. */
export const Logo = () => <span style={{ fontSize: '2.5rem', fontWeight: 600 }}>公开</span>
