// npm test: all the set-up that is missing, then every test that this machine can run.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { startMongo } from '../tests/support/mongoServer.mjs'
import { ensureBuilt, ensureInstalled, root } from './setUp.mjs'

ensureInstalled()
await ensureBuilt() // the end-to-end tests start the product as its users do
const mongo = await startMongo()
if (mongo) console.log(`On MongoDB as well: the integration tests (${mongo.name})`)
for (const line of leftOut()) console.log(`Left out: ${line}`)
if (!mongo && process.env.TESTS_NEED_MONGODB) process.exit(1)

const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/jest/bin/jest.js'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      TEST_MONGODB_URI: mongo?.uri ?? '',
      NODE_ENV: 'test',
      NODE_OPTIONS: '--experimental-vm-modules --no-warnings --conditions=production',
      NO_COLOR: process.stdout.isTTY ? '' : '1',
    },
  },
)
await mongo?.stop()
process.exit(status ?? 1)

/** What needs something that Node.js does not bring along, and is not here. */
function leftOut() {
  const lines = []
  const browsers = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  if (!browsers.some((file) => file && existsSync(file))) {
    lines.push('the tests in a browser (no Chromium found; CHROMIUM_PATH may name one)')
  }
  if (!mongo) {
    lines.push(
      'the integration tests on MongoDB (TEST_MONGODB_URI names no server, and there is neither mongod nor Go)',
    )
  }
  if (!existsSync(path.join(root, '../shared/samples'))) {
    lines.push('the tests against real reports (no folder ../shared/samples)')
  }
  return lines
}
