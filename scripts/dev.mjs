// npm run dev: as npm start, with hot reload and a database of its own, whose schema follows the code.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { ensureInstalled, loadSettings, root } from './setUp.mjs'

// The database of .env is the product's; the schema of this one follows the code.
const database = process.env.DATABASE_URI
loadSettings()
ensureInstalled()
const child = spawn(
  process.execPath,
  [path.join(root, 'node_modules/tsx/dist/cli.mjs'), 'src/server.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: 'development',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_OPTIONS: '--conditions=development',
      DATABASE_URI: database || 'file:./data/dev/gongkai.db',
    },
  },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 0))
