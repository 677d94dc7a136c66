import type { Payload } from 'payload'
import { startRounds, type Rounds } from '../jobs/rounds.ts'
import { runJobs } from './jobs.ts'
import { recover } from './recover.ts'

/** Runs the pushes. Without anything to push a round is one small query. */
export const startPushing = (payload: Payload): Rounds =>
  startRounds(payload, {
    everyMs: 3_000,
    failure: '公众号推送的一轮处理失败',
    recover: (isStart) => recover(payload, isStart),
    run: () => runJobs(payload),
  })
