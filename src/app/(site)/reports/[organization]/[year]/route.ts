import { serveReport } from '../../../../../site/serve.tsx'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ organization: string; year: string }>
}

export async function GET(request: Request, { params }: Context) {
  const { organization, year } = await params
  return serveReport(request, organization, year)
}
