// Runs Payload's own command line with the conditions that this project needs on Node.js 20.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './setUp.mjs'

const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/payload/bin.js'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_OPTIONS: '--conditions=production --no-deprecation',
      PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || 'only-for-generating',
      PAYLOAD_CONFIG_PATH: path.join(root, 'payload.config.ts'),
    },
  },
)
process.exit(status ?? 1)
