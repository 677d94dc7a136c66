import { serveSearch } from '../../../site/serve.tsx'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) => serveSearch(request)
