import type { TextFieldSingleValidation } from 'payload'

const pattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

export const slugPattern: TextFieldSingleValidation = (value) =>
  (typeof value === 'string' && value.length <= 64 && pattern.test(value)) ||
  '只能用小写字母、数字和连字符，最长 64 个字符，如 yingqiu'
