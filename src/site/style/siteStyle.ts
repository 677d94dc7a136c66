import { createHash } from 'node:crypto'
import { charts } from './charts.ts'
import { frame } from './frame.ts'
import { pages } from './pages.ts'
import { print } from './print.ts'
import { report } from './report.ts'
import { type } from './type.ts'

/** The whole look of the website in one file, named by its content so that it is kept for ever. */
export const siteStyle = [type, frame, pages, charts, report, print].join('')

const hash = createHash('sha256').update(siteStyle).digest('base64url').slice(0, 12)

export const styleFile = `site.${hash}.css`

export const stylePath = `/assets/${styleFile}`
