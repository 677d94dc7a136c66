import { Link } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'
import { formatTime } from '../time.ts'
import { StandingLabel } from '../overview/Standing.tsx'

/** To a reviewer: what was submitted and not looked at. */
export async function Waiting({ req, admin }: { req: PayloadRequest; admin: string }) {
  const { docs } = await req.payload.find({
    collection: 'reports',
    where: { stage: { equals: 'submitted' } },
    sort: 'updatedAt',
    limit: 20,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return (
    <section className="gongkai-card" aria-labelledby="waiting-reports">
      <h2 id="waiting-reports">待我审核</h2>
      {docs.length === 0 && <p>没有等待审核的报告。</p>}
      {docs.length > 0 && (
        <ul>
          {docs.map(({ id, title, reconciliationStatus, updatedAt }) => (
            <li key={id}>
              <Link href={`${admin}/collections/reports/${id}`}>{title}</Link>
              <StandingLabel status={reconciliationStatus ?? 'incomplete'} />
              <span className="gongkai-muted">{formatTime(updatedAt)}送审</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
