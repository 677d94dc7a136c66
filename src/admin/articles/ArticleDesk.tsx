'use client'
import { Banner } from '@payloadcms/ui'
import type { ArticleTask } from '../../desk/articleDesk.ts'
import { PushCard } from './PushCard.tsx'
import { ReceiptCard } from './ReceiptCard.tsx'
import { useTask } from './useTask.ts'
import { nextStep, standingWords } from './words.ts'

interface Props {
  /** As the server knew it when the page was made. */
  first: ArticleTask
  /** Address of the API. */
  api: string
}

/** One article for one 公众号: the article as a phone shows it, and what is to be done with it. */
export function ArticleDesk({ first, api }: Props) {
  const { task, reload } = useTask(first, api)
  const { publication, channel, mayHandle } = task
  const address = `${api}/publications/${publication.id}`
  const isPublic = publication.state === 'current'
  const { text, isUrgent } = nextStep(task)
  return (
    <>
      <h1>{publication.title}</h1>
      <p className="gongkai-muted">
        {channel.name}，第 {publication.revision} 版；微信中：{standingWords(task)}
      </p>
      <div role="status">
        <Banner type={isUrgent ? 'error' : 'info'}>下一步：{text}</Banner>
      </div>
      <div className="gongkai-articles__desk">
        <div className="gongkai-articles__actions">
          {!mayHandle && <p>推送和登记由该机关的公众号运营人员或审核人员办理。</p>}
          {mayHandle && isPublic && <PushCard task={task} address={address} onDone={reload} />}
          {mayHandle && <ReceiptCard task={task} address={address} onDone={reload} />}
        </div>
        {isPublic && (
          <iframe
            className="gongkai-articles__page"
            title="文章：查看和复制"
            src={`${address}/article?channel=${encodeURIComponent(channel.slug)}`}
            allow="clipboard-write"
          />
        )}
      </div>
    </>
  )
}
