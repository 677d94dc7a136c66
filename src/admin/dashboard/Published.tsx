import { Link } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'
import { articleTasks } from '../../desk/articleDesk.ts'
import { nextStep } from '../articles/words.ts'

const most = 10

/** To the WeChat team: what waits to be sent, what is out of date first. */
export async function Published({ req, admin }: { req: PayloadRequest; admin: string }) {
  const tasks = await articleTasks(req)
  const open = tasks
    .map((task) => ({ task, step: nextStep(task) }))
    .filter(({ task: { publication, standing } }) =>
      publication.state === 'current' ? !standing || standing.stale : Boolean(standing),
    )
    .sort((a, b) => Number(b.step.isUrgent) - Number(a.step.isUrgent))
  return (
    <section className="gongkai-card" aria-labelledby="published-reports">
      <h2 id="published-reports">待发的公众号文章</h2>
      {tasks.length === 0 && <p>还没有已发布的报告；发布后，公众号文章可在这里预览和复制。</p>}
      {tasks.length > 0 && open.length === 0 && <p>已发布的报告都已登记，没有待办。</p>}
      <ul>
        {open.slice(0, most).map(({ task: { publication, channel }, step }) => (
          <li key={`${publication.id} ${channel.id}`}>
            <Link href={`${admin}/articles/${publication.id}/${encodeURIComponent(channel.slug)}`}>
              {publication.title}
            </Link>
            <span className="gongkai-muted">{channel.name}</span>
            {step.isUrgent ? <strong>{step.text}</strong> : <span>{step.text}</span>}
          </li>
        ))}
      </ul>
      <p>
        <Link href={`${admin}/articles`}>全部公众号文章</Link>
      </p>
    </section>
  )
}
