import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { hasRole, personOf } from '../../../access/roles.ts'
import { importReport } from '../../../importing/importReport.ts'
import { UnreadableFile } from '../../../importing/UnreadableFile.ts'

const largestFile = 20 * 1024 * 1024

/** `POST /api/reports/import`, multipart: `file`, and what the file does not tell. 201. */
export const importEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    if (!personOf(req)) throw new APIError('请先登录', 401)
    if (!hasRole(req, 'editor', 'reviewer', 'administrator')) {
      throw new APIError('您没有权限导入报告', 403)
    }
    const form = await formIn(req)
    const file = form.get('file')
    if (!(file instanceof File)) throw new APIError('请以 file 字段上传一个文件', 400)
    if (file.size > largestFile) throw new APIError('文件超过 20 MB', 413)
    try {
      const imported = await importReport(req, {
        file: { name: file.name, data: new Uint8Array(await file.arrayBuffer()) },
        organization: textIn(form, 'organization'),
        organizationName: textIn(form, 'organizationName'),
        year: yearIn(form),
        hold: textIn(form, 'hold'),
      })
      return Response.json(imported, { status: 201 })
    } catch (error) {
      if (error instanceof UnreadableFile) throw new APIError(error.message, 400)
      throw error
    }
  },
}

async function formIn(req: PayloadRequest): Promise<FormData> {
  const length = Number(req.headers.get('content-length') ?? 0)
  if (length > largestFile + 64 * 1024) throw new APIError('文件超过 20 MB', 413)
  try {
    const form = await req.formData?.()
    if (form) return form
  } catch {
    // Falls through: whatever the body is, it is no form.
  }
  throw new APIError('请以 multipart/form-data 上传文件', 400)
}

function textIn(form: FormData, name: string): string | undefined {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() || undefined : undefined
}

function yearIn(form: FormData): number | undefined {
  const text = textIn(form, 'year')
  if (text === undefined) return undefined
  if (!/^\d{4}$/.test(text)) throw new APIError(`年度“${text}”应为四位数字`, 400)
  return Number(text)
}
