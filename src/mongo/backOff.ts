import { setTimeout as delay } from 'node:timers/promises'

const firstMs = 10

/** Waits before a further try, each time longer, and never as long as the others do. */
export const backOff = (tries: number): Promise<void> =>
  delay(firstMs * 2 ** tries * (0.5 + Math.random()))
