import { serveDisplayStyle } from '../../../../site/display/serveDisplay.ts'

export const dynamic = 'force-dynamic'

export const GET = (request: Request) => serveDisplayStyle(request)
