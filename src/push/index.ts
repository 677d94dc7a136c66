export type { DryRun } from './dryRun.ts'
export { requestPush, type PushRequest, type Requested } from './requestPush.ts'
export { startPushing } from './startPushing.ts'
