import { serveHome } from '../../site/serve.tsx'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) => serveHome(request)
