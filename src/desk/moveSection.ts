import { APIError, type PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import { movedOrders, type Direction } from '../narrative/order.ts'
import { loadSections } from './loadSections.ts'
import { inTransaction } from './transaction.ts'

/**
 * Moves a sub-section by one place inside its part. It is told where to go from where it stands
 * now, so that two people who move at the same time both get what they asked for.
 * @returns the sub-sections of the part, in their new order
 * @throws {APIError} 404 when there is none that the person may read, 400 for one of the six parts
 */
export function moveSection(
  req: PayloadRequest,
  id: string,
  direction: Direction,
): Promise<{ sections: { id: string; order: number }[] }> {
  return inTransaction(req, async () => {
    const asPerson = { collection: 'sections', depth: 0, overrideAccess: false, req } as const
    const section = await req.payload.findByID({ ...asPerson, id, disableErrors: true })
    if (!section) throw new APIError('没有这个章节，或您无权查看', 404)
    const part = idOf(section.parent)
    if (!part) throw new APIError('六个部分的顺序由格式规定，不能移动', 400)
    const siblingsNow = async () => {
      const sections = await loadSections(req, idOf(section.report) ?? '')
      return sections.filter(({ parent }) => parent === part)
    }
    for (const { id: of, order } of movedOrders(await siblingsNow(), id, direction)) {
      await req.payload.update({ ...asPerson, id: of, data: { order } })
    }
    const moved = await siblingsNow()
    return { sections: moved.map(({ id: of, order }) => ({ id: of, order })) }
  })
}
