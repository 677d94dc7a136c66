import type { Checked } from '../backup/check.ts'
import type { Restored } from '../backup/restore.ts'
import { prepareEnvironment } from '../environment.ts'
import { fileArguments } from './fileArguments.ts'
import { progressBar } from './progressBar.ts'

const usage = `npm run restore -- FILE [--check] [--json]`

/** `npm run restore`: a backup into an empty database; with `--check` it is read and no more. */
async function main(): Promise<number> {
  const options = fileArguments(process.argv.slice(2), ['check', 'json'])
  if (!options) {
    console.error(usage)
    return 2
  }
  const { file, json } = options
  prepareEnvironment()
  const result = options.check ? await checked(file) : await restored(file, json)
  console.log(json ? JSON.stringify({ file, ...reported(result) }, null, 2) : lineOf(file, result))
  return 0
}

async function checked(file: string): Promise<Checked> {
  const { default: config } = await import('@payload-config')
  const { check } = await import('../backup/check.ts')
  const { productVersion } = await import('../backup/productVersion.ts')
  return check(await config, file, productVersion())
}

async function restored(file: string, json: boolean): Promise<Restored> {
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const { restore } = await import('../backup/restore.ts')
  const { productVersion } = await import('../backup/productVersion.ts')
  const payload = await getPayload({ config })
  payload.logger.level = 'error'
  const bar = progressBar(!json)
  try {
    return await restore(payload, file, { product: productVersion(), onProgress: bar.update })
  } finally {
    bar.stop()
    await payload.destroy()
  }
}

const reported = ({ dangling, ...result }: Checked | Restored) => ({
  ...result,
  dangling: dangling.map(({ from, field, to }) => ({ from, field: field.name, to })),
})

function lineOf(file: string, result: Checked | Restored): string {
  const { manifest, trailer, dangling } = result
  const counts = Object.values(trailer.collections)
  const documents = counts.reduce((sum, { documents: one }) => sum + one, 0)
  const did = 'emptied' in result ? '已恢复' : '完好'
  const lines = [
    `✓ ${file}：${did}，${documents} 条记录，${trailer.files} 个文件；备份于 ${manifest.createdAt}，版本 ${manifest.product}，${manifest.database}`,
  ]
  for (const { from, field, to } of dangling) {
    lines.push(`  ！${from} 的“${field.name}”指向已删除的 ${to} (points to what was deleted)`)
  }
  return lines.join('\n')
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
