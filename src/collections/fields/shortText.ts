import type { TextFieldSingleValidation } from 'payload'

/** @param most characters that a required line of text may have */
export const shortText =
  (most: number): TextFieldSingleValidation =>
  (value: unknown) => {
    if (value === undefined || value === null || value === '') return '请填写'
    if (typeof value !== 'string') return '应为文字'
    return value.length <= most || `不能超过 ${most} 个字`
  }
