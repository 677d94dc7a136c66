import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const places = [process.env.SOFFICE_PATH, '/usr/bin/soffice', '/usr/bin/libreoffice']

/** Where this machine has LibreOffice; `undefined` when it has none. */
const sofficePath = places.find((place) => place && existsSync(place))

const pdftotext = '/usr/bin/pdftotext'

export const hasLibreOffice = sofficePath !== undefined && existsSync(pdftotext)

/** Makes it compute every formula of a workbook anew, whatever result is stored beside it. */
const calculateAlways = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

/**
 * Opens a file as an office does and saves it in another format.
 * @param filter such as `pdf`, or `xlsx` with options
 */
export async function convert(name: string, data: Buffer, filter: string): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongkai-office-'))
  try {
    await writeFile(path.join(folder, name), data)
    const profile = path.join(folder, 'profile')
    await mkdir(path.join(profile, 'user'), { recursive: true })
    await writeFile(path.join(profile, 'user/registrymodifications.xcu'), calculateAlways)
    const out = path.join(folder, 'out')
    await run(
      sofficePath ?? 'soffice',
      [
        // A profile of its own: two that share one refuse each other.
        `-env:UserInstallation=file://${profile}`,
        '--headless',
        ...['--convert-to', filter, '--outdir', out, path.join(folder, name)],
      ],
      { timeout: 120_000 },
    )
    const extension = filter.split(':')[0] ?? filter
    return await readFile(path.join(out, `${path.parse(name).name}.${extension}`))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The text of each page of a PDF. */
export async function pagesOf(pdf: Buffer): Promise<string[]> {
  const child = run(pdftotext, ['-layout', '-', '-'], { maxBuffer: 64 * 1024 * 1024 })
  child.child.stdin?.end(pdf)
  const { stdout } = await child
  return stdout.split('\f').slice(0, -1)
}
