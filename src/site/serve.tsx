import { ApiProblem } from './api/errors.ts'
import { publicApi, type PublicApi } from './api/PublicApi.ts'
import { HomePage } from './home/HomePage.tsx'
import { loadHome } from './home/loadHome.ts'
import { loadOrganization } from './organization/loadOrganization.ts'
import { OrganizationPage } from './organization/OrganizationPage.tsx'
import { ProblemPage } from './problem/ProblemPage.tsx'
import { loadReport } from './report/loadReport.ts'
import { ReportPage } from './report/ReportPage.tsx'
import { answer, brief, revalidated, type PageAnswer } from './respond.ts'
import { loadSearch } from './search/loadSearch.ts'
import { SearchPage } from './search/SearchPage.tsx'
import { siteSettings, type SiteSettings } from './settings.ts'

/** One function a page, from the request to the response; Next's route handlers call them. */

export const serveHome = (request: Request): Promise<Response> =>
  serve(request, async (api, settings) => ({
    page: <HomePage {...await loadHome(api, settings, parameter(request, 'page'))} />,
    cacheControl: brief,
  }))

export const serveOrganization = (request: Request, slug: string): Promise<Response> =>
  serve(request, async (api, settings) => ({
    page: <OrganizationPage {...await loadOrganization(api, settings, slug)} />,
    cacheControl: brief,
  }))

export const serveReport = (request: Request, slug: string, year: string): Promise<Response> =>
  serve(request, async (api, settings) => {
    const model = await loadReport(api, settings, slug, year)
    return {
      page: <ReportPage {...model} />,
      cacheControl: revalidated,
      pictures: picturesFrom(model.report.url, settings),
    }
  })

export const serveSearch = (request: Request): Promise<Response> =>
  serve(request, async (api, settings) => {
    const [q, year, page] = ['q', 'year', 'page'].map((name) => parameter(request, name))
    return {
      page: <SearchPage {...await loadSearch(api, settings, { q: q?.trim(), year, page })} />,
      cacheControl: brief,
    }
  })

export const serveNotFound = (request: Request): Promise<Response> =>
  serve(request, async () => {
    throw new ApiProblem(404, '没有这个地址，请检查是否输入有误。')
  })

async function serve(
  request: Request,
  load: (api: PublicApi, settings: SiteSettings) => Promise<PageAnswer>,
): Promise<Response> {
  const settings = siteSettings()
  const { pathname, search } = new URL(request.url)
  const compose = async (): Promise<PageAnswer> => {
    if (!settings.api) throw new ApiProblem(404, '这台服务器没有开设网站。')
    return load(publicApi(settings.api), settings)
  }
  return answer(request, compose, (status, detail) => (
    <ProblemPage {...{ settings, status, detail }} path={pathname + search} />
  ))
}

const parameter = (request: Request, name: string): string | undefined =>
  new URL(request.url).searchParams.get(name) || undefined

/** Pictures in the text come from the API, which may be at another address than this site. */
function picturesFrom(url: string, { address }: SiteSettings): string[] {
  const origin = URL.canParse(url) ? new URL(url).origin : ''
  return origin && new URL(address).origin !== origin ? [origin] : []
}
