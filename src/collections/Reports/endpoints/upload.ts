import { APIError, type PayloadRequest } from 'payload'
import { hasRole, personOf } from '../../../access/roles.ts'
import type { SourceFile } from '../../../importing/decode.ts'
import { UnreadableFile } from '../../../importing/UnreadableFile.ts'

/** What the two endpoints share that take a report as a file. */
export interface Upload {
  file: SourceFile
  /** @returns a field of the form, trimmed; `undefined` when it is absent or empty */
  text: (name: string) => string | undefined
}

const largestFile = 20 * 1024 * 1024
const tooLarge = () => new APIError('文件超过 20 MB，请检查是不是选错了文件', 413)

/**
 * Runs work on the file that a person sends.
 * @throws 401, 403 for whoever may not import; 400, 413 for what is no report in a file
 */
export async function withUpload<T>(
  req: PayloadRequest,
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  if (!personOf(req)) throw new APIError('请先登录', 401)
  if (!hasRole(req, 'editor', 'reviewer', 'administrator')) {
    throw new APIError('您没有权限导入报告', 403)
  }
  const upload = await uploadIn(await formIn(req))
  try {
    return await work(upload)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new APIError(error.message, 400)
    throw error
  }
}

async function uploadIn(form: FormData): Promise<Upload> {
  const files = form.getAll('file')
  const [file] = files
  if (!(file instanceof File)) throw new APIError('请以 file 字段上传一个文件', 400)
  if (files.length > 1) throw new APIError('一次只能导入一个文件', 400)
  if (file.size > largestFile) throw tooLarge()
  return {
    file: { name: file.name, data: new Uint8Array(await file.arrayBuffer()) },
    text: (name) => {
      const value = form.get(name)
      return typeof value === 'string' ? value.trim() || undefined : undefined
    },
  }
}

async function formIn(req: PayloadRequest): Promise<FormData> {
  const length = Number(req.headers.get('content-length') ?? 0)
  if (length > largestFile + 64 * 1024) throw tooLarge()
  try {
    const form = await req.formData?.()
    if (form) return form
  } catch {
    // Falls through: whatever the body is, it is no form.
  }
  throw new APIError('请以 multipart/form-data 上传文件', 400)
}

/** @throws 400 when the upload names a year that is none */
export function yearIn({ text }: Upload): number | undefined {
  const year = text('year')
  if (year === undefined) return undefined
  if (!/^\d{4}$/.test(year)) throw new APIError(`年度“${year}”应为四位数字`, 400)
  return Number(year)
}
