import { describe, expect, it, jest } from '@jest/globals'
import type { Payload } from 'payload'
import { databaseAnswers } from '../../../src/availability/databaseAnswers.ts'

const asked = (answer: () => Promise<unknown>) => {
  const command = jest.fn<(command: object) => Promise<unknown>>(answer)
  const count = jest.fn<() => Promise<unknown>>(answer)
  const connection = { getClient: () => ({ db: () => ({ command }) }) }
  return {
    mongo: databaseAnswers({ db: { connection, count } } as unknown as Payload),
    sqlite: databaseAnswers({ db: { count } } as unknown as Payload),
    command,
    count,
  }
}

describe('whether the database answers', () => {
  it('is asked of MongoDB by a ping, which waits for no writer', async () => {
    const { mongo, command, count } = asked(() => Promise.resolve({ ok: 1 }))
    expect(await mongo()).toBe(true)
    expect(command).toHaveBeenCalledWith({ ping: 1 })
    expect(count).not.toHaveBeenCalled()
  })

  it('is asked of SQLite by a query, once for all who want to know at the same time', async () => {
    const { sqlite, count } = asked(() => Promise.resolve({ totalDocs: 0 }))
    expect(await Promise.all([sqlite(), sqlite()])).toEqual([true, true])
    expect(count).toHaveBeenCalledTimes(1)
    await sqlite()
    expect(count).toHaveBeenCalledTimes(2)
  })

  it('is no when it fails', async () => {
    const { mongo, sqlite } = asked(() => Promise.reject(new Error('gone')))
    expect([await mongo(), await sqlite()]).toEqual([false, false])
  })

  it('is no when nothing comes within two seconds', async () => {
    const { mongo } = asked(() => new Promise(() => {}))
    const began = performance.now()
    expect(await mongo()).toBe(false)
    expect(performance.now() - began).toBeGreaterThan(1_500)
  })
})
