import { compressed } from '../compressed.ts'
import { siteStyle, styleFile } from '../style/siteStyle.ts'
import { icon } from './icon.ts'

const immutable = 'public, max-age=31536000, immutable'
const daily = 'public, max-age=86400'

/**
 * @param file its name in /assets
 * @returns the style sheet under its present name for ever; under one of another version, which a
 * page may ask for while servers change over, as it is now
 */
export async function serveAsset(request: Request, file: string): Promise<Response> {
  if (file === 'icon.svg') return asset(request, icon, 'image/svg+xml', daily)
  if (file === styleFile) return asset(request, siteStyle, cssType, immutable)
  if (/^site\.[\w-]+\.css$/.test(file)) return asset(request, siteStyle, cssType, 'no-store')
  return new Response('没有这个文件。', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}

const cssType = 'text/css; charset=utf-8'

async function asset(
  request: Request,
  text: string,
  type: string,
  cacheControl: string,
): Promise<Response> {
  const { body, headers } = await compressed(request, text)
  return new Response(body, {
    headers: {
      ...headers,
      'Content-Type': type,
      'Cache-Control': cacheControl,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
