import { layoutOf } from '../../../src/formats/layout.ts'
import type { LayoutCell } from '../../../src/formats/layout.ts'
import type { CellRef, Format, TableKey } from '../../../src/formats/types.ts'
import type { Clipboard } from '../../../src/sheet/readClipboard.ts'

/** The official tables as Excel, WPS and Word put them on the clipboard. */

export type Print = (cell: CellRef) => string
export type Office = (format: Format, key: TableKey, print: Print) => Required<Clipboard>

interface Cell {
  readonly text: string
  readonly colSpan: number
  readonly rowSpan: number
}

const cellsOf = (format: Format, key: TableKey, print: Print): Cell[][] =>
  layoutOf(key, format.tables[key]).rows.map((row) =>
    row.map(({ cell, text, colSpan, rowSpan }: LayoutCell) => ({
      text: cell ? print(cell) : text,
      colSpan,
      rowSpan,
    })),
  )

/** Merged cells as spreadsheets write them: the text in the first place, blanks in the others. */
function gridOf(rows: readonly (readonly Cell[])[]): string[][] {
  const grid: (string | undefined)[][] = rows.map(() => [])
  rows.forEach((cells, top) => {
    for (const { text, colSpan, rowSpan } of cells) {
      const line = grid[top] ?? []
      let left = 0
      while (line[left] !== undefined) left += 1
      for (let y = top; y < top + rowSpan; y += 1) {
        for (let x = left; x < left + colSpan; x += 1) (grid[y] ?? [])[x] = ''
      }
      line[left] = text
    }
  })
  return grid.map((row) => Array.from(row, (text) => text ?? ''))
}

const tsv = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((text) => (text.includes('\n') ? `"${text}"` : text)).join('\t'))
    .join('\r\n') + '\r\n'

const spans = ({ colSpan, rowSpan }: Cell) =>
  `${colSpan > 1 ? ` colspan=${colSpan}` : ''}${rowSpan > 1 ? ` rowspan=${rowSpan}` : ''}`

/** Excel wraps long labels and adds a hidden row that only carries widths. */
export const excel: Office = (format, key, print) => {
  const rows = cellsOf(format, key, print)
  const body = rows
    .map((cells) => {
      const tds = cells.map(
        (cell) =>
          `  <td${spans(cell)} class=xl6${cell.rowSpan} width=72 style='border-left:none;width:54pt'>` +
          `${cell.text.replace('社会公益组织', '社会公益<br>\n    组织')}</td>\n`,
      )
      return ` <tr height=19 style='height:14.25pt'>\n${tds.join('')} </tr>\n`
    })
    .join('')
  return {
    text: tsv(gridOf(rows)).replace('社会公益组织', '"社会公益\n组织"'),
    html: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\.";} td {mso-ignore:padding;}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 style='border-collapse:collapse;width:594pt'>
<!--StartFragment-->
 <col width=72 span=10 style='mso-width-source:userset;mso-width-alt:2304;width:54pt'>
${body}<!--EndFragment-->
 <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'>
  <td width=72 style='width:54pt'></td>
 </tr>
 <![endif]>
</table></body></html>`,
  }
}

/** WPS writes fonts, and a space that does not break into blank cells. */
export const wps: Office = (format, key, print) => {
  const rows = cellsOf(format, key, print)
  const body = rows
    .map((cells) => {
      const tds = cells.map(
        (cell) =>
          `<td class="et3"${spans(cell)} x:num style="mso-pattern:auto none;">` +
          `<font class="font0">${cell.text || '&nbsp;'}</font></td>`,
      )
      return `<tr height="18" style="height:13.50pt;">${tds.join('\n')}</tr>`
    })
    .join('\n')
  return {
    text: tsv(gridOf(rows)),
    html:
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>` +
      `<meta name=Generator content="WPS Office ET"></head>` +
      `<body><!--StartFragment--><table width="504" style='border-collapse:collapse;'>` +
      `<colgroup><col width="72" span="7"/></colgroup><tbody>${body}</tbody></table>` +
      `<!--EndFragment--></body></html>`,
  }
}

/** Word's text breaks at every paragraph of a cell and drops what merged cells cover. */
export const word: Office = (format, key, print) => {
  const rows = cellsOf(format, key, print)
  const paragraphs = (text: string) =>
    /^[^\d]{4}/.test(text) ? [text.slice(0, 2), text.slice(2)] : [text]
  const markedUp = (text: string) =>
    `<p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'>` +
    `<span lang=EN-US style='font-size:10.5pt;font-family:宋体;mso-bidi-font-family:宋体'>` +
    `${text || '&nbsp;'}<o:p></o:p></span></p>`
  const body = rows
    .map((cells) => {
      const tds = cells.map(
        (cell) => `  <td width=64${spans(cell)} style='width:48.0pt;padding:0cm 5.4pt 0cm 5.4pt'>
  ${paragraphs(cell.text).map(markedUp).join('\n  ')}
  </td>\n`,
      )
      return ` <tr style='mso-yfti-irow:1;page-break-inside:avoid'>\n${tds.join('')} </tr>\n`
    })
    .join('')
  return {
    text: rows
      .map((cells) => cells.map(({ text }) => paragraphs(text).join('\r\n')).join('\t'))
      .join('\r\n'),
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style>p.MsoNormal {mso-style-unhide:no;}</style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<table class=MsoNormalTable border=1 style='mso-table-layout-alt:fixed;mso-yfti-tbllook:1184'>
${body}</table><!--EndFragment--></body></html>`,
  }
}
