import { Link } from '@payloadcms/ui'
import { mostPublications, type ArticleTask } from '../../desk/articleDesk.ts'
import { formatTime } from '../time.ts'
import { nextStep, standingWords } from './words.ts'

interface Props {
  tasks: readonly ArticleTask[]
  /** Address of the admin. */
  admin: string
}

/** A row for each report and 公众号, the newest first. */
export function TaskList({ tasks, admin }: Props) {
  if (tasks.length === 0) {
    return (
      <p>
        还没有可发的文章。报告发布后、且机关登记了类型为“微信公众号”的公开渠道，文章就会出现在这里。
      </p>
    )
  }
  return (
    <div className="gongkai-articles__scroll" role="region" aria-label="文章列表" tabIndex={0}>
      <table className="gongkai-articles__table">
        <thead>
          <tr>
            <th scope="col">年度报告</th>
            <th scope="col">公众号</th>
            <th scope="col">版本</th>
            <th scope="col">微信中</th>
            <th scope="col">下一步</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <Row key={`${task.publication.id} ${task.channel.id}`} task={task} admin={admin} />
          ))}
        </tbody>
      </table>
      {isCut(tasks) && <p>只列出最近 {mostPublications} 份报告的文章。</p>}
    </div>
  )
}

const isCut = (tasks: readonly ArticleTask[]): boolean =>
  new Set(tasks.map(({ publication }) => publication.id)).size >= mostPublications

function Row({ task, admin }: { task: ArticleTask; admin: string }) {
  const { publication, channel } = task
  const href = `${admin}/articles/${publication.id}/${encodeURIComponent(channel.slug)}`
  const { text, isUrgent } = nextStep(task)
  return (
    <tr>
      <th scope="row">
        <Link href={href}>{publication.title}</Link>
      </th>
      <td>{channel.name}</td>
      <td>
        第 {publication.revision} 版
        <br />
        <span className="gongkai-muted">{formatTime(publication.publishedAt)}</span>
      </td>
      <td>{standingWords(task)}</td>
      <td>{isUrgent ? <strong className="gongkai-articles__urgent">{text}</strong> : text}</td>
    </tr>
  )
}
