/** What an operator sets for the website. */
export interface SiteSettings {
  /** Where `/v1` is read, without a slash at its end; `undefined` where there is none to read. */
  api: string | undefined
  /** The public address of this website, without a slash at its end. */
  address: string
  /** SiteName of the meta tags of government websites (国办发〔2017〕47号). */
  name: string
  /** SiteDomain. */
  domain: string
  /** SiteIDCode: the website's identification code, ten characters. */
  idCode: string | undefined
  /** The ICP record in the footer, such as 鲁ICP备00000000号. */
  icp: string | undefined
}

/** Read at every request, for a built page may be started with other settings. */
export function siteSettings(env: NodeJS.ProcessEnv = process.env): SiteSettings {
  const port = env.PORT || '3000'
  const address = withoutSlash(env.PUBLIC_URL || `http://localhost:${port}`)
  return {
    api: apiIn(env, port),
    address,
    name: env.SITE_NAME || '政府信息公开工作年度报告',
    domain: env.SITE_DOMAIN || hostOf(address),
    idCode: env.SITE_ID_CODE || undefined,
    icp: env.SITE_ICP || undefined,
  }
}

/** A process that is the admin alone has no public API of its own. */
function apiIn(env: NodeJS.ProcessEnv, port: string): string | undefined {
  if (env.SITE_API_URL) return withoutSlash(env.SITE_API_URL)
  return env.GONGKAI_ROLE === 'admin' ? undefined : `http://127.0.0.1:${port}`
}

const withoutSlash = (url: string) => url.replace(/\/+$/, '')

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '')
