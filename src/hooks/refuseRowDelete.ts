import { APIError, type CollectionBeforeDeleteHook } from 'payload'

export const refuseRowDelete: CollectionBeforeDeleteHook = () => {
  throw new APIError('表格行由报告的格式决定，不能单独删除', 400)
}
