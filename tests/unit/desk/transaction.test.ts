import { describe, expect, it, jest } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../../src/desk/transaction.ts'

/** A request whose database says what was begun, committed and rolled back. */
function request(transactionID?: string) {
  let begun = 0
  const db = {
    beginTransaction: jest.fn(() => Promise.resolve(`t${(begun += 1)}`)),
    commitTransaction: jest.fn(() => Promise.resolve()),
    rollbackTransaction: jest.fn(() => Promise.resolve()),
  }
  const req = { payload: { db }, ...(transactionID && { transactionID }) }
  return { db, req: req as unknown as PayloadRequest }
}

const conflict = () =>
  Object.assign(new Error('WriteConflict'), { errorLabels: ['TransientTransactionError'] })

/** Fails so often, then gives what it was given. */
const failing = (times: number, error: () => Error) => {
  let left = times
  return jest.fn(() => (left-- > 0 ? Promise.reject(error()) : Promise.resolve('done')))
}

describe('a transaction', () => {
  it.each([
    ['as it is', conflict],
    ['wrapped', () => new Error('refused', { cause: conflict() })],
  ])('is run anew after a conflict, each time as a whole: %s', async (_, error) => {
    const { db, req } = request()
    const work = failing(2, error)
    expect(await inTransaction(req, work)).toBe('done')
    expect(work).toHaveBeenCalledTimes(3)
    expect(db.rollbackTransaction).toHaveBeenCalledTimes(2)
    expect(db.commitTransaction).toHaveBeenCalledTimes(1)
    expect(req.transactionID).toBeUndefined()
  })

  it('gives up after some conflicts', async () => {
    const { db, req } = request()
    const work = failing(99, conflict)
    const cause = expect.objectContaining({ message: 'WriteConflict' })
    await expect(inTransaction(req, work)).rejects.toMatchObject({
      name: 'StillConflicting',
      cause,
    })
    expect(work).toHaveBeenCalledTimes(5)
    expect(db.commitTransaction).not.toHaveBeenCalled()
  })

  it('is not run anew after a refusal, nor within the transaction of another', async () => {
    const refused = failing(1, () => new Error('refused'))
    await expect(inTransaction(request().req, refused)).rejects.toThrow('refused')
    const { db, req } = request('outer')
    const inner = failing(1, conflict)
    await expect(inTransaction(req, inner)).rejects.toThrow('WriteConflict')
    expect([refused, inner].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
    expect(db.rollbackTransaction).not.toHaveBeenCalled()
  })
})
