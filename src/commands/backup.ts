import type { BackUpResult } from '../backup/backUp.ts'
import { prepareEnvironment } from '../environment.ts'
import { fileArguments } from './fileArguments.ts'
import { progressBar } from './progressBar.ts'

const usage = `npm run backup -- FILE [--force] [--json]`

/** `npm run backup`: everything out to one file; exit code 1 when it is not fit to be restored. */
async function main(): Promise<number> {
  const options = fileArguments(process.argv.slice(2), ['force', 'json'])
  if (!options) {
    console.error(usage)
    return 2
  }
  const { file, force, json } = options
  prepareEnvironment()
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const { backUp } = await import('../backup/backUp.ts')
  const { productVersion } = await import('../backup/productVersion.ts')
  const payload = await getPayload({ config })
  payload.logger.level = 'error'
  const bar = progressBar(!json)
  try {
    const result = await backUp(payload, file, {
      product: productVersion(),
      force,
      onProgress: bar.update,
    })
    bar.stop()
    console.log(json ? JSON.stringify({ file, ...result }, null, 2) : linesOf(file, result))
    return result.broken.length > 0 ? 1 : 0
  } finally {
    bar.stop()
    await payload.destroy()
  }
}

function linesOf(file: string, result: BackUpResult): string {
  const { collections, files, missing, broken, bytes } = result
  const documents = Object.values(collections).reduce((sum, { documents: one }) => sum + one, 0)
  const lines = [
    `✓ ${file}：${documents} 条记录，${files} 个文件，${(bytes / 1e6).toFixed(1)} MB`,
    '  密钥 PAYLOAD_SECRET（或 data/secret）不在备份中，请另行妥善保管：没有它，接口密钥须重新生成',
    '  (The secret is not in the file: keep it apart. Without it, API keys have to be made anew.)',
  ]
  for (const name of missing) lines.push(`  ！图片文件缺失，未备份 (missing): ${name}`)
  for (const id of broken) lines.push(`✗ 内容与其摘要值不符，此备份不能恢复 (broken): ${id}`)
  return lines.join('\n')
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
