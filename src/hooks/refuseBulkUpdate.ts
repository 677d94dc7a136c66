import { APIError, type CollectionBeforeOperationHook } from 'payload'

/**
 * The rows of a bulk update are saved side by side, each held against the report without the
 * others; some would land and some not. All or nothing is what `PUT …/tables` does.
 */
export const refuseBulkUpdate: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation === 'update' && (args as { id?: unknown }).id === undefined) {
    throw new APIError(
      '表格行不能成批修改，请逐行修改，或用 PUT /api/reports/:id/tables 一次保存',
      400,
    )
  }
}
