import { serveNotFound } from '../../../site/serve.tsx'

export const dynamic = 'force-dynamic'

/** Whatever has no page of its own. */
export const GET = (request: Request) => serveNotFound(request)
