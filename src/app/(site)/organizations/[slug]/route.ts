import { serveOrganization } from '../../../../site/serve.tsx'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  return serveOrganization(request, (await params).slug)
}
