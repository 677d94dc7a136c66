// node scripts/command.mjs NAME …: runs a command of the product after all the set-up it needs.
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { bundle, ensureBuilt, ensureInstalled, loadSettings, root } from './setUp.mjs'

const [name, ...args] = process.argv.slice(2)
process.env.NODE_ENV = 'production'
process.env.APP_ROOT = root
loadSettings()
ensureInstalled()
// The benchmark compares with Payload's own REST, which the built admin serves.
if (name === 'bench') await ensureBuilt()
else await bundle()
process.argv.splice(2, Infinity, ...args)
await import(pathToFileURL(path.join(root, `dist/${name}.js`)).href)
