import type { PayloadRequest } from 'payload'
import type { User } from '../payload-types.ts'

/** Who a person is in the making of a report. One person of a small office may be several. */
export const roles = [
  { value: 'editor', label: { zh: '编辑', en: 'Editor' } },
  { value: 'reviewer', label: { zh: '审核', en: 'Reviewer' } },
  { value: 'supervisor', label: { zh: '主管部门', en: 'County office' } },
  { value: 'wechat', label: { zh: '公众号运营', en: 'WeChat team' } },
  { value: 'administrator', label: { zh: '管理员', en: 'Administrator' } },
] as const

export type Role = (typeof roles)[number]['value']

/** @returns the person behind a request; API clients are not people. */
export function personOf(req: Pick<PayloadRequest, 'user'>): User | undefined {
  return req.user?.collection === 'users' ? req.user : undefined
}

export function hasRole(req: Pick<PayloadRequest, 'user'>, ...wanted: Role[]): boolean {
  return personOf(req)?.roles.some((role) => wanted.includes(role)) ?? false
}
