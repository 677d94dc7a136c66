import type { Locator, Page } from 'playwright-core'
import { rowsOf } from '../../src/formats/cells.ts'
import type { CellRef, Format, TableKey, TablesData } from '../../src/formats/types.ts'

/** What a person does at the sheets of a report's page. */

/** @param path such as `applications.received.total` */
export const cellOn = (page: Page, path: string): Locator =>
  page.locator(`[data-cell="tables.${path}"] input`)

/** Opens the tab of the tables from the server's state and waits until the cells are there. */
export async function openSheets(page: Page, address: string): Promise<void> {
  await page.goto(`${address}#tables`)
  // An address that differs after # alone, or not at all, loads nothing.
  await page.reload()
  await page.getByRole('grid').first().waitFor()
  const panel = page.getByRole('region', { name: '勾稽核对' })
  await panel.getByText(/共 \d+ 条勾稽关系/).waitFor()
}

/** Waits until the focus is at a cell. */
export const focusAt = (page: Page, path: string): Promise<void> =>
  page.locator(`[data-cell="tables.${path}"] input:focus`).waitFor()

/** Types over a cell and moves on, as in a spreadsheet. */
export async function typeInto(page: Page, path: string, text: string): Promise<void> {
  await cellOn(page, path).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** Puts a text on the clipboard and pastes it at a cell. */
export async function pasteAt(page: Page, path: string, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await cellOn(page, path).click()
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('Control+V')
}

/** @returns a table as it is copied from a spreadsheet: tab-separated, under its heads, with labels */
export function copiedTable(
  format: Format,
  tables: TablesData,
  table: TableKey,
  written: (value: number, cell: CellRef) => string = String,
): string {
  const rows = rowsOf(format).filter((row) => row.table === table)
  const columns = rows[0]?.columns ?? []
  const lines = rows.map(({ row }) => [
    row.labels.at(-1) ?? '',
    ...columns.map((column) => {
      const value = tables[table][row.key]?.[column.key] ?? 0
      return written(value, { table, row: row.key, column: column.key })
    }),
  ])
  return [['', ...columns.map(({ label }) => label)], ...lines]
    .map((line) => line.join('\t'))
    .join('\r\n')
}

/** @returns what every cell of a table shows, by path without `tables.` */
export async function shownCells(page: Page, table: TableKey): Promise<Record<string, string>> {
  return page.evaluate((key) => {
    const cells = document.querySelectorAll<HTMLElement>(`[data-cell^="tables.${key}."]`)
    return Object.fromEntries(
      [...cells].map((cell) => [
        (cell.dataset.cell ?? '').replace('tables.', ''),
        cell.querySelector('input')?.value ?? '',
      ]),
    )
  }, table)
}

/** @returns the same of tables that are known, for comparing */
export function writtenCells(
  format: Format,
  tables: TablesData,
  table: TableKey,
): Record<string, string> {
  const rows = rowsOf(format).filter((row) => row.table === table)
  return Object.fromEntries(
    rows.flatMap(({ row, columns }) =>
      columns.map(({ key }) => [
        `${table}.${row.key}.${key}`,
        String(tables[table][row.key]?.[key] ?? ''),
      ]),
    ),
  )
}
