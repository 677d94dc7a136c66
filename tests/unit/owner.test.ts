import { describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { isDead, owner } from '../../src/owner.ts'

const [place, pid, start] = owner.split('/') as [string, string, string]
const named = (parts: { place?: string; pid?: string | number; start?: string }) =>
  [parts.place ?? place, parts.pid ?? pid, parts.start ?? start].join('/')

/** The id of a process that has ended. */
const endedPid = () => spawnSync(process.execPath, ['--version']).pid

describe('a process is taken for dead', () => {
  it('when nobody has its id any more', () => {
    expect(isDead(named({ pid: endedPid(), start: 'other' }))).toBe(true)
  })

  it('when this process, started later, has its id', () => {
    expect(isDead(named({ start: 'other' }))).toBe(true)
  })

  it('never while it lives', () => {
    expect(isDead(owner)).toBe(false)
    expect(isDead(named({ pid: process.ppid, start: 'other' }))).toBe(false)
  })

  it('never by an id of another place: a container of the same name numbers its own', () => {
    for (const elsewhere of [place.split(':')[0], `${place}0`, 'another-host']) {
      expect(isDead(named({ place: elsewhere, pid: endedPid() }))).toBe(false)
      expect(isDead(named({ place: elsewhere, start: 'other' }))).toBe(false)
    }
  })
})
