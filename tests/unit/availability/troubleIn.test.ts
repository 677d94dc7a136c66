import { LibsqlError } from '@libsql/client'
import { expect, it } from '@jest/globals'
import { MongoNetworkError, MongoServerError, MongoServerSelectionError } from 'mongodb'
import { troubleIn } from '../../../src/availability/troubleIn.ts'
import { WriterLost } from '../../../src/mongo/WriterLock.ts'
import { NoTurn } from '../../../src/sqlite/WriteQueue.ts'

const within = (cause: unknown) => new Error('BEGIN failed', { cause })

it.each<[string, unknown, ReturnType<typeof troubleIn>]>([
  ['no server', new MongoServerSelectionError('none', {} as never), 'away'],
  ['a line that was cut', within(new MongoNetworkError('closed')), 'away'],
  ['a primary that stepped down', new MongoServerError({ code: 189, message: '' }), 'away'],
  ['a full MongoDB', new MongoServerError({ code: 14031, message: '' }), 'full'],
  ['a file in use for too long', within(within(new LibsqlError('', 'SQLITE_BUSY'))), 'away'],
  ['a disk that fails', new LibsqlError('', 'SQLITE_IOERR_WRITE'), 'away'],
  ['a file that is gone', new LibsqlError('', 'SQLITE_CANTOPEN'), 'away'],
  ['a full disk', within(new LibsqlError('', 'SQLITE_FULL')), 'full'],
  ['others who write for too long', within(new NoTurn()), 'away'],
  ['a write that was taken for dead', new WriterLost(), 'away'],
  [
    'what GraphQL wraps in its own way',
    Object.assign(new Error(''), { originalError: new LibsqlError('', 'SQLITE_FULL') }),
    'full',
  ],
  ['a constraint', within(new LibsqlError('', 'SQLITE_CONSTRAINT_UNIQUE')), undefined],
  ['a duplicate key', new MongoServerError({ code: 11000, message: '' }), undefined],
  ['a mistake of ours', new TypeError('x is undefined'), undefined],
  ['nothing', undefined, undefined],
])('%s', (_, error, trouble) => {
  expect(troubleIn(error)).toBe(trouble)
})

it('ends with an error that is its own cause', () => {
  const error = new Error('round')
  error.cause = error
  expect(troubleIn(error)).toBeUndefined()
})
