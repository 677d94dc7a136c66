import type { Visit } from './browser.ts'
import type { RunningServer } from './server.ts'

/** @returns the address in the admin of the sample's draft for 2021 */
export async function sampleDraft({ page }: Visit, { url }: RunningServer): Promise<string> {
  const answer = await page.request.get(`${url}/api/reports?where[year][equals]=2021&depth=0`)
  const { docs } = (await answer.json()) as { docs: { id: string }[] }
  if (!docs[0]) throw new Error('the sample has no draft for 2021')
  return `${url}/admin/collections/reports/${docs[0].id}`
}
