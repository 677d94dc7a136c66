import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { personOf } from '../../access/roles.ts'
import { articleTasks } from '../../desk/articleDesk.ts'
import { TaskList } from './TaskList.tsx'
import { Trail } from './Trail.tsx'
import './articles.css'

/** `/admin/articles`: what is to be sent to which 公众号, what stands there, and what is stale. */
export async function ArticlesView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const { payload, i18n } = req
  const { admin } = payload.config.routes
  const user = personOf(req)
  if (!user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/articles`)}`)
  return (
    <DefaultTemplate
      {...{ i18n, locale, params, payload, permissions, searchParams, visibleEntities, req }}
      user={user}
    >
      <Trail />
      <Gutter className="gongkai-articles">
        <h1>公众号文章</h1>
        <p className="gongkai-muted">
          报告发布后，文章在这里查看、复制或推送到公众号的草稿箱；在微信中发出后，请登记链接，更正或撤回时才会提醒。
        </p>
        <TaskList tasks={await articleTasks(req)} admin={admin} />
      </Gutter>
    </DefaultTemplate>
  )
}
