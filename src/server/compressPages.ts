import compression from 'compression'
import type { Request, RequestHandler, Response } from 'express'

/**
 * Compresses the pages of the website. Next compresses what it renders itself, but not what comes
 * from route handlers, and takes away a Content-Encoding that they set.
 */
export const compressPages = (): RequestHandler => compression({ filter: isOfTheWebsite })

const isOfTheWebsite = (req: Request, res: Response): boolean =>
  !/^\/(?:admin|api|_next)(?:\/|$)/.test(req.path) &&
  /^(?:text\/|image\/svg)/.test(String(res.getHeader('Content-Type')))
