import type { PayloadRequest } from 'payload'
import { personOf } from './roles.ts'

/** Whoever has signed in with a name, in any role. */
export const people = ({ req }: { req: PayloadRequest }): boolean => personOf(req) !== undefined
