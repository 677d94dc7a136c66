import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { boot, type Booted } from '../support/boot.ts'

let booted: Booted

beforeAll(async () => {
  booted = await boot()
})
afterAll(() => booted.stop())

describe('the first user of an empty database', () => {
  it('is an administrator, and nobody after', async () => {
    const create = (email: string) =>
      booted.payload.create({
        collection: 'users',
        data: { email, password: 'secret-enough', name: email, roles: ['editor'] },
      })
    expect((await create('first@demo.example')).roles).toContain('administrator')
    expect((await create('second@demo.example')).roles).toEqual(['editor'])
  })
})
