import { APIError } from 'payload'

/** Publications are written by the verbs of the workflow alone, past these hooks. */
export const keepPublication = (): never => {
  throw new APIError('发布版本不可更改', 409)
}
