import type { RequestHandler } from 'express'

/** Next answers 500 to an address that cannot be decoded, which is the reader's doing. */
export const refuseMalformed: RequestHandler = (req, res, next) => {
  try {
    decodeURIComponent(req.path)
  } catch {
    res.status(400).type('text/plain').send('地址中的百分号编码有误。')
    return
  }
  next()
}
