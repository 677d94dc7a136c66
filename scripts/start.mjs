// npm start: all the set-up that is missing, then the server in this very process, so that signals
// reach it.
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { ensureBuilt, ensureInstalled, loadSettings, root } from './setUp.mjs'

process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.chdir(root)
process.env.APP_ROOT = root
loadSettings()
ensureInstalled()
await ensureBuilt()
await import(pathToFileURL(path.join(root, 'dist/server.js')).href)
