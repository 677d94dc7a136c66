import { serveAsset } from '../../../../site/assets/serveAsset.ts'

export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  return serveAsset((await params).file)
}
