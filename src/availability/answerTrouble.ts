import type { AfterErrorHook } from 'payload'
import { troubleIn } from './troubleIn.ts'
import { answerTo } from './words.ts'

/** A database that is away or full is no fault of the request, and will pass: 503 or 507, not 500. */
export const answerTrouble: AfterErrorHook = ({ error, graphqlResult, req }) => {
  const trouble = troubleIn(error)
  if (!trouble) return
  const { status, retryAfter, body } = answerTo[trouble]
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set('Retry-After', retryAfter)
  const [said] = body.errors
  return {
    ...{ status, response: body },
    ...(graphqlResult && said && { graphqlResult: { ...graphqlResult, message: said.message } }),
  }
}
