import type { AfterErrorHook } from 'payload'
import { isConflict, StillConflicting } from '../mongo/isConflict.ts'

/** Says to what runs requests anew that this one was run once only. */
export const againHeader = 'x-gongkai-again'

/** Two wrote the same at once and MongoDB refused one of them: nothing is wrong with what was sent. */
export const answerConflict: AfterErrorHook = ({ error, graphqlResult, req }) => {
  if (!isConflict(error)) return
  req.responseHeaders ??= new Headers()
  if (!(error instanceof StillConflicting)) req.responseHeaders.set(againHeader, 'true')
  req.responseHeaders.set('Retry-After', '1')
  const message = '刚才有人同时在保存，没有存上，请再试一次'
  return {
    status: 503,
    response: { errors: [{ name: 'WriteConflict', message }] },
    ...(graphqlResult && { graphqlResult: { ...graphqlResult, message } }),
  }
}
