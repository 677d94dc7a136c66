import { serveAsset } from '../../../../site/assets/serveAsset.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }) {
  return serveAsset(request, (await params).file)
}
