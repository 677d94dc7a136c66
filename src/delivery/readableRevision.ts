import type { CurrentPublications } from './CurrentPublications.ts'
import { Problem, withdrawn } from './problem.ts'
import type { RevisionSummary } from './PublicationStore.ts'

/**
 * @param number of the revision, as it stands in the path
 * @throws {Problem} 404 when there is no such revision or report, 410 when it was withdrawn
 */
export async function readableRevision(
  current: CurrentPublications,
  organization: string,
  year: string,
  number: string,
): Promise<RevisionSummary> {
  const revisions = await current.revisions(organization, year)
  const revision = revisions.find((candidate) => String(candidate.revision) === number)
  if (!revision) throw new Problem(404, '这份年度报告没有这个修订号。')
  if (revision.state === 'withdrawn') throw withdrawn(undefined)
  return revision
}
