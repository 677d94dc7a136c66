import { againHeader } from '../../../hooks/answerConflict.ts'
import { backOff } from '../../../mongo/backOff.ts'

const mostTries = 5

type Handler<Context> = (request: Request, context: Context) => Promise<Response>

/**
 * Runs a request anew that MongoDB refused because two wrote the same at once. Payload's own
 * operations do not; those of ours do, within (`src/desk/transaction.ts`).
 */
export const runAnew =
  <Context>(handler: Handler<Context>): Handler<Context> =>
  async (request, context) => {
    for (let tries = 1; ; tries += 1) {
      const isLast = tries === mostTries
      // A body can be read once.
      const response = await handler(isLast ? request : request.clone(), context)
      if (isLast || !response.headers.has(againHeader)) return response
      await backOff(tries)
    }
  }
