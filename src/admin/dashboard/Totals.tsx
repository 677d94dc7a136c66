import type { CollectionSlug, PayloadRequest, Where } from 'payload'

/** To an administrator: how much there is. */
export async function Totals({ req }: { req: PayloadRequest }) {
  const count = async (collection: CollectionSlug, where?: Where) =>
    (await req.payload.count({ collection, where, req })).totalDocs
  const totals = [
    ['机关', await count('organizations')],
    ['用户', await count('users')],
    ['年度报告', await count('reports')],
    ['公开中的报告', await count('publications', { state: { equals: 'current' } })],
    ['公开渠道', await count('channels')],
  ] as const
  return (
    <section className="gongkai-card" aria-labelledby="totals">
      <h2 id="totals">系统总数</h2>
      <dl className="gongkai-dashboard__counts">
        {totals.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
