import type { CellRef } from '../../formats/types.ts'
import type { Finding } from '../../reconciliation/types.ts'
import { goTo, type DeskTarget } from '../desk/navigation.ts'

/** @returns where a finding is to be mended: at its sentence, its cell or the channels' figures */
export function placeOf({ cells, passage }: Finding): DeskTarget {
  if (passage) return { tab: 'narrative', section: passage.id, passage }
  const [cell] = cells
  return cell ? { tab: 'tables', cell } : { tab: 'narrative', field: 'disclosureFigures' }
}

export const goToCell = (cell: CellRef): void => goTo({ tab: 'tables', cell })
