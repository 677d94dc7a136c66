// node --import …/recordModules.mjs: writes the address of every module that the process loads into
// the file that RECORD_MODULES names.
import { appendFileSync } from 'node:fs'
import Module, { register } from 'node:module'

const file = process.env.RECORD_MODULES

const hooks = `
  import { appendFileSync } from 'node:fs'
  export async function load(url, context, nextLoad) {
    appendFileSync(${JSON.stringify(file)}, url + '\\n')
    return nextLoad(url, context)
  }
`

if (file) {
  register(`data:text/javascript,${encodeURIComponent(hooks)}`)
  // Modules that a CommonJS module requires do not come by the hooks.
  const { _load: load } = Module
  Module._load = function (request, parent, isMain) {
    appendFileSync(file, `${nameOf(request, parent, isMain)}\n`)
    return load.call(this, request, parent, isMain)
  }
}

function nameOf(request, parent, isMain) {
  try {
    return Module._resolveFilename(request, parent, isMain)
  } catch {
    return request
  }
}
