import { reportJson } from '../publication/reportJson.ts'
import { jsonType, revalidated } from './Representation.ts'
import type { Render } from './Representations.ts'

/** The representation that most ask for: the report as a whole. */
export function wholeReport(baseUrl: string): { name: string; render: Render } {
  return {
    name: 'report',
    render: (publication) => ({
      body: JSON.stringify(reportJson(publication, baseUrl)),
      type: jsonType,
      cacheControl: revalidated,
    }),
  }
}
