import { build, bundle, ensureInstalled } from './setUp.mjs'

ensureInstalled()
build()
await bundle()
