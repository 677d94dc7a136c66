import { serveChoice } from '../../../site/display/serveDisplay.ts'

export const dynamic = 'force-dynamic'

export const POST = (request: Request) => serveChoice(request)
