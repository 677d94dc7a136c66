import { escapeHtml } from '../publication/escapeHtml.ts'

/** The elements of an article, each with the name of its style (styles.ts) where it has one. */

export interface Run {
  text: string
  bold: boolean
}

export const article = (inner: string): string => `<section class="article">${inner}</section>`
export const paragraph = (runs: readonly Run[]): string => `<p>${runs.map(run).join('')}</p>`
export const plainParagraph = (text: string): string => `<p>${escapeHtml(text)}</p>`
export const titleLine = (text: string): string => line('title', strong(text))
export const heading = (text: string): string => line('heading', strong(text))
export const subheading = (text: string): string => `<p>${strong(text)}</p>`
export const centredLine = (text: string): string => line('centred', escapeHtml(text))
export const signatureLine = (text: string): string => line('signature', escapeHtml(text))
export const note = (text: string): string => line('note', escapeHtml(text))
export const lead = (paragraphs: readonly string[]): string =>
  `<section class="lead">${paragraphs.map(plainParagraph).join('')}</section>`

/** @param address as WeChat gave it for the uploaded image */
export const picture = (address: string, alt: string): string =>
  `<section class="picture"><img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}"></section>`

/** Columns that a phone of 375 px shows side by side in legible type. */
const columnsOfPhone = 6

export const isWide = (columns: number): boolean => columns > columnsOfPhone

/** A wide table keeps its width and is slid sideways within {@link slide}. */
export const gridAttributes = (columns: number): string =>
  `class="grid"${isWide(columns) ? ` style="min-width:${columns * 64}px"` : ''} ${lines}`

export const cardAttributes = 'class="cards" border="1" cellpadding="6" cellspacing="0"'

const lines = 'border="1" cellpadding="3" cellspacing="0"'

/** So that no table, whatever stands in it, makes the whole page slide. */
export const slide = (table: string): string => `<section class="slide">${table}</section>`

/** For a page of our own, where what is slid is reached by the keyboard too. WeChat drops it. */
export const withReachableSlides = (content: string): string =>
  content.replaceAll(
    '<section style="overflow-x:auto">',
    '<section style="overflow-x:auto" tabindex="0" role="region" aria-label="表格，可左右滑动">',
  )

const line = (style: string, html: string) => `<p class="${style}">${html}</p>`

const strong = (text: string) => `<strong>${escapeHtml(text)}</strong>`

const run = ({ text, bold }: Run) => (bold ? strong(text) : escapeHtml(text))
