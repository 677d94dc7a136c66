import type { PayloadRequest } from 'payload'
import { subtreeOf } from '../../access/subtree.ts'
import type { Publication } from '../../payload-types.ts'
import { formatTime } from '../time.ts'
import { Links } from '../overview/Links.tsx'

/** To the WeChat team: what is public, with the article to copy. */
export async function Published({ req, organ }: { req: PayloadRequest; organ: string }) {
  const { docs } = await req.payload.db.find<Publication>({
    collection: 'publications',
    where: {
      and: [
        { organization: { in: await subtreeOf(req, organ) } },
        { state: { equals: 'current' } },
      ],
    },
    sort: '-publishedAt',
    limit: 10,
    req,
  })
  return (
    <section className="gongkai-card" aria-labelledby="published-reports">
      <h2 id="published-reports">已发布的年度报告</h2>
      {docs.length === 0 && <p>还没有已发布的报告；发布后，公众号文章可在这里预览和复制。</p>}
      {docs.length > 0 && (
        <ul>
          {docs.map((publication) => (
            <li key={publication.id}>
              <span>{publication.title}</span>
              <span className="gongkai-muted">
                第 {publication.revision} 版，{formatTime(publication.publishedAt)}发布
              </span>
              <Links current={publication} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
