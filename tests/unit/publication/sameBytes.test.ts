import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from '@jest/globals'

const script = fileURLToPath(new URL('../../support/renderTwice.ts', import.meta.url))

async function digestsOf(kind: string, days: number, zone: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', script, kind, String(days)],
    { env: { ...process.env, NODE_OPTIONS: '', TZ: zone } },
  )
  return stdout.trim().split('\n')
}

describe.each(['docx', 'xlsx'])('a publication as %s', (kind) => {
  it('is the same, byte by byte, in another process, on another day, in another time zone, after other work', async () => {
    const digests = [
      ...(await digestsOf(kind, 0, 'UTC')),
      ...(await digestsOf(kind, 400, 'Asia/Shanghai')),
    ]
    expect(digests).toHaveLength(4)
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(digests)).toHaveProperty('size', 1)
  })
})
