import { escapeHtml } from '../publication/escapeHtml.ts'

/**
 * The plain HTML that the editor of the 公众号 keeps. It drops `id`, `class`, `<style>`, scripts and
 * `position`, and may drop a whole `style` for one rule that it does not know, so only these are
 * written. Nothing is styled twice: what can be inherited is set once, for every character counts.
 */
export const allowedTags = ['section', 'p', 'strong', 'table', 'tbody', 'tr', 'th', 'td'] as const

export const allowedAttributes = [
  'style',
  'colspan',
  'rowspan',
  'border',
  'cellpadding',
  'cellspacing',
] as const

export const allowedProperties = [
  'border-collapse',
  'font-size',
  'line-height',
  'margin',
  'min-width',
  'overflow-x',
  'text-align',
  'text-indent',
  'width',
] as const

const styles = {
  article: 'font-size:16px;line-height:1.75;text-indent:2em',
  title: 'font-size:20px;text-align:center;text-indent:0',
  heading: 'font-size:18px;text-indent:0;margin:1em 0 .5em',
  centred: 'text-align:center;text-indent:0',
  signature: 'text-align:right',
  slide: 'overflow-x:auto',
  table: 'border-collapse:collapse;font-size:13px;line-height:1.4;text-align:center;text-indent:0',
} as const

export interface Run {
  text: string
  bold: boolean
}

export const article = (inner: string): string =>
  `<section style="${styles.article}">${inner}</section>`
export const paragraph = (runs: readonly Run[]): string => `<p>${runs.map(run).join('')}</p>`
export const plainParagraph = (text: string): string => `<p>${escapeHtml(text)}</p>`
export const titleLine = (text: string): string => boldLine(styles.title, text)
export const heading = (text: string): string => boldLine(styles.heading, text)
export const subheading = (text: string): string => `<p><strong>${escapeHtml(text)}</strong></p>`
export const centredLine = (text: string): string =>
  `<p style="${styles.centred}">${escapeHtml(text)}</p>`
export const signatureLine = (text: string): string =>
  `<p style="${styles.signature}">${escapeHtml(text)}</p>`

/** Columns that a phone of 375 px shows side by side in legible type. */
const columnsOfPhone = 6

export const isWide = (columns: number): boolean => columns > columnsOfPhone

/** The attributes of a table; a wide one keeps its width and is slid sideways within {@link slide}. */
export function tableAttributes(columns: number): string {
  const width = isWide(columns) ? `min-width:${columns * 64}px` : 'width:100%'
  return `border="1" cellpadding="3" cellspacing="0" style="${styles.table};${width}"`
}

const slideStart = `<section style="${styles.slide}">`

export const slide = (table: string): string => `${slideStart}${table}</section>`

/** For a page of our own, where what is slid is reached by the keyboard too. WeChat drops it. */
export const withReachableSlides = (content: string): string =>
  content.replaceAll(
    slideStart,
    slideStart.replace('>', ' tabindex="0" role="region" aria-label="表格，可左右滑动">'),
  )

const boldLine = (style: string, text: string) =>
  `<p style="${style}"><strong>${escapeHtml(text)}</strong></p>`

const run = ({ text, bold }: Run) =>
  bold ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text)
