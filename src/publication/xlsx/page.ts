import type { WriteSheet } from 'hucre/xlsx'
import type { Publication } from '../types.ts'
import { xmlText } from '../xmlText.ts'

/**
 * How a sheet is printed: on A4, as wide as the page, with its heads on every page.
 * @param heads how many rows are repeated
 */
export const pageOf = (
  { content }: Publication,
  heads: number,
  orientation: 'portrait' | 'landscape',
): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> => ({
  pageSetup: {
    paperSize: 'a4',
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `$1:$${heads}`,
    margins: { top: 0.8, bottom: 0.8, left: 0.6, right: 0.6, header: 0.4, footer: 0.4 },
  },
  // An ampersand begins a code there.
  headerFooter: { oddFooter: `&L${xmlText(content.title).replaceAll('&', '&&')}&R— &P —` },
})
