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
  /** 主办单位: whose website it is. */
  sponsor: string | undefined
  /** 联系方式, as it is to be read in the footer. */
  contact: string | undefined
  /** The ICP record in the footer, such as 鲁ICP备00000000号. */
  icp: string | undefined
  /** The record of the public security organs, such as 鲁公网安备00000000000000号. */
  securityRecord: string | undefined
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
    sponsor: env.SITE_SPONSOR || undefined,
    contact: env.SITE_CONTACT || undefined,
    icp: env.SITE_ICP || undefined,
    securityRecord: env.SITE_SECURITY_RECORD || undefined,
  }
}

/** A process that is the admin alone has no public API of its own. */
function apiIn(env: NodeJS.ProcessEnv, port: string): string | undefined {
  if (env.SITE_API_URL) return withoutSlash(env.SITE_API_URL)
  return env.GONGKAI_ROLE === 'admin' ? undefined : `http://127.0.0.1:${port}`
}

const withoutSlash = (url: string) => url.replace(/\/+$/, '')

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '')
