import { ofReport, revision, table } from '../parameters.ts'
import { plain, problems, represented } from '../responses.ts'
import type { Operation, Parameter, Paths } from '../types.ts'

/** The report as an official document: to be read, printed and calculated with. */

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const file = { type: 'string', format: 'binary' }

const document = (
  operationId: string,
  summary: string,
  type: string,
  ...more: Parameter[]
): Operation => ({
  operationId,
  tags: ['年度报告'],
  summary,
  parameters: [...ofReport, ...more],
  responses: represented(
    type,
    type === 'text/html' ? { type: 'string' } : file,
    summary,
    400,
    404,
    410,
  ),
})

const report = '/v1/reports/{organization}/{year}'

export const documentPaths: Paths = {
  [`${report}.html`]: { get: document('getDocumentHtml', '公文样式的网页', 'text/html') },
  [`${report}.docx`]: { get: document('getDocumentWord', 'Word 文档', wordType) },
  [`${report}.xlsx`]: { get: document('getWorkbook', 'Excel 工作簿', workbookType) },
  [`${report}/tables/{table}.xlsx`]: {
    get: document('getTableWorkbook', '一张表，Excel', workbookType, table),
  },
  [`${report}/revisions/{number}.html`]: {
    get: document('getRevisionHtml', '某次修订，公文样式的网页', 'text/html', revision),
  },
}

export const metricsPaths: Paths = {
  '/metrics': {
    get: {
      operationId: 'getMetrics',
      tags: ['运行'],
      summary: '运行指标，Prometheus 格式',
      responses: { 200: plain('text/plain', { type: 'string' }, '指标'), ...problems() },
    },
  },
}
