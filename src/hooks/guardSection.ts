import {
  APIError,
  Forbidden,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
} from 'payload'
import { mayEdit } from '../access/editors.ts'
import { idOf } from '../access/relations.ts'
import { findReport } from '../desk/findReport.ts'
import { noteTextEdit } from '../desk/noteTextEdit.ts'
import { Refused, WrongStage } from '../desk/refusals.ts'
import { editableStages } from '../desk/stages.ts'
import type { Section } from '../payload-types.ts'
import { refuseLostReferences } from './refuseLostReferences.ts'

/** An organ may add sub-sections, never sections, and only to a report that may be edited. */
export const guardSection: CollectionBeforeChangeHook<Section> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const reportId = idOf(originalDoc?.report ?? data.report)
  const exists =
    reportId &&
    (await req.payload.count({ collection: 'reports', where: { id: { equals: reportId } }, req }))
  if (!exists || exists.totalDocs === 0) {
    throw new Refused(req, 'sections', [{ path: 'report', message: '请指明章节属于哪份年度报告' }])
  }
  const report = await findReport(req, reportId)
  if (!editableStages.includes(report.stage)) throw new WrongStage(report.stage, '修改章节')
  await refuseLostReferences(req, report, data.content, originalDoc?.content)
  if (operation === 'update' && originalDoc) {
    refuseMove(data, originalDoc)
    await noteTextEdit(req, report)
    return data
  }
  // Without a user it is the system that writes; the access rules have seen to everybody else.
  if (req.user && !mayEdit(req, idOf(report.organization))) throw new Forbidden(req.t)
  const parent = await req.payload.findByID({
    collection: 'sections',
    id: idOf(data.parent) ?? '',
    depth: 0,
    disableErrors: true,
    req,
  })
  if (!parent || parent.parent || idOf(parent.report) !== report.id) {
    throw new APIError('六个部分由格式规定，只能在本报告的某一部分之下增加小节', 400)
  }
  await noteTextEdit(req, report)
  return { ...data, key: parent.key }
}

function refuseMove(data: Partial<Section>, original: Section): void {
  if (data.report !== undefined && idOf(data.report) !== idOf(original.report)) {
    throw new APIError('章节不能移到别的报告', 400)
  }
  const isPart = !original.parent
  const reshaped =
    (data.key !== undefined && data.key !== original.key) ||
    (data.parent !== undefined && idOf(data.parent) !== idOf(original.parent)) ||
    (isPart && data.heading !== undefined && data.heading !== original.heading) ||
    (isPart && data.order !== undefined && data.order !== original.order)
  if (reshaped) {
    throw new APIError(
      isPart ? '六个部分的标题和顺序由格式规定，不能改变' : '小节不能移到别的部分',
      400,
    )
  }
}

export const guardSectionDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const section = await req.payload.findByID({ collection: 'sections', id, depth: 0, req })
  const report = await findReport(req, idOf(section.report) ?? '')
  if (!editableStages.includes(report.stage)) throw new WrongStage(report.stage, '删除章节')
  if (!section.parent) throw new APIError('六个部分由格式规定，不能删除', 400)
  await noteTextEdit(req, report)
}
