import { APIError, type CollectionBeforeOperationHook } from 'payload'

/**
 * What Payload does to many documents at once it does side by side, each held against the report
 * without the others: some would land and some not. Here it is all or nothing, so not at all.
 * @param refused the operation that is only done to one document at a time
 * @param message Chinese: what to do instead
 */
export const refuseBulk =
  (refused: 'update' | 'delete', message: string): CollectionBeforeOperationHook =>
  ({ args, operation }) => {
    if (operation === refused && (args as { id?: unknown }).id === undefined) {
      throw new APIError(message, 400)
    }
  }
