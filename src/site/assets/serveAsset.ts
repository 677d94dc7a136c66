import { siteStyle, styleFile } from '../style/siteStyle.ts'
import { icon } from './icon.ts'

const immutable = 'public, max-age=31536000, immutable'
const daily = 'public, max-age=86400'

/**
 * @param file its name in /assets
 * @returns the style sheet under its present name for ever; under one of another version, which a
 * page may ask for while servers change over, as it is now
 */
export function serveAsset(file: string): Response {
  if (file === 'icon.svg') return asset(icon, 'image/svg+xml', daily)
  if (file === styleFile) return asset(siteStyle, 'text/css; charset=utf-8', immutable)
  if (/^site\.[\w-]+\.css$/.test(file))
    return asset(siteStyle, 'text/css; charset=utf-8', 'no-store')
  return new Response('没有这个文件。', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}

const asset = (body: string, type: string, cacheControl: string): Response =>
  new Response(body, {
    headers: {
      'Content-Type': type,
      'Cache-Control': cacheControl,
      'X-Content-Type-Options': 'nosniff',
    },
  })
