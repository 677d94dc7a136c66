import { Router } from 'express'
import { tableKeys } from '../../formats/index.ts'
import type { TableKey } from '../../formats/types.ts'
import { workbookType } from '../../publication/fileTypes.ts'
import { tableCsv } from '../../publication/tableCsv.ts'
import { tableJson } from '../../publication/tableJson.ts'
import { attachment } from '../attachment.ts'
import type { DeliveryContext } from '../context.ts'
import { fileNames } from '../fileNames.ts'
import { inTurn } from '../inTurn.ts'
import { Problem } from '../problem.ts'
import { jsonType, revalidated } from '../Representation.ts'
import type { Render } from '../Representations.ts'

/** One table of a report, for people with a spreadsheet and for programs. */
export function tableRoutes({ baseUrl, current, hot }: DeliveryContext) {
  const router = Router()

  const renderers: Readonly<Record<string, (table: TableKey) => Render>> = {
    json: (table) => (publication) => ({
      body: JSON.stringify(tableJson(publication, table, baseUrl)),
      type: jsonType,
      cacheControl: revalidated,
    }),
    csv: (table) => (publication) => {
      return {
        body: tableCsv(publication.content, table),
        type: 'text/csv; charset=utf-8; header=present',
        cacheControl: revalidated,
        headers: attachment(...fileNames(publication, 'csv', table)),
      }
    },
    xlsx: (table) => async (publication) => {
      const { workbook } = await import('../../publication/xlsx/workbook.ts')
      return {
        body: await inTurn(() => workbook(publication, baseUrl, [table])),
        type: workbookType,
        cacheControl: revalidated,
        headers: attachment(...fileNames(publication, 'xlsx', table)),
        isCompressed: true,
      }
    },
  }

  router.get('/v1/reports/:organization/:year/tables/:file', async (req, res) => {
    const { organization, year, file } = req.params
    const standing = await current.find(organization, year)
    const [name, extension = ''] = file.split(/\.(?=[^.]*$)/)
    const table = tableKeys.find((key) => key === name)
    const renderer = Object.hasOwn(renderers, extension) ? renderers[extension] : undefined
    if (!table || !renderer) {
      throw new Problem(404, `没有这张表；有 ${tableKeys.join('、')}，格式为 json、csv 或 xlsx。`)
    }
    await hot.send(req, res, { standing, name: `tables/${file}`, render: renderer(table) })
  })

  return router
}
