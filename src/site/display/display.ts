/** How a reader wants pages to look, kept in a cookie of this site. */
export interface Display {
  type: 'usual' | 'large'
  contrast: 'usual' | 'high'
}

const cookieName = 'display'
const yearInSeconds = 365 * 24 * 60 * 60

/** @param header the request's Cookie header */
export function displayIn(header: string | null): Display {
  const cookies = (header ?? '').split(';').map((part) => part.trim())
  const value = cookies.find((part) => part.startsWith(`${cookieName}=`)) ?? ''
  const words = value.slice(cookieName.length + 1).split('.')
  return {
    type: words.includes('large') ? 'large' : 'usual',
    contrast: words.includes('high') ? 'high' : 'usual',
  }
}

/** @returns what a form asks for, on top of what was; what it does not name stays */
export function changed(display: Display, form: URLSearchParams): Display {
  const type = form.get('type')
  const contrast = form.get('contrast')
  return {
    type: type === 'large' || type === 'usual' ? type : display.type,
    contrast: contrast === 'high' || contrast === 'usual' ? contrast : display.contrast,
  }
}

/** Says nothing of who reads: two words at most. */
export const cookieOf = ({ type, contrast }: Display): string =>
  `${cookieName}=${[type, contrast].filter((word) => word !== 'usual').join('.')}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax; HttpOnly`

/** @returns a path of this very site; the home page for anything else */
export function safePath(path: string | null): string {
  const base = 'http://site.invalid'
  if (!path?.startsWith('/') || !URL.canParse(path, base)) return '/'
  const url = new URL(path, base)
  return url.origin === base && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}`
    : '/'
}
