import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { notFound, redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { personOf } from '../../access/roles.ts'
import { articleTasks } from '../../desk/articleDesk.ts'
import { ArticleDesk } from './ArticleDesk.tsx'
import { Trail } from './Trail.tsx'
import './articles.css'

/** `/admin/articles/:publication/:channel`: one article, to look at, copy, push and account for. */
export async function ArticleView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const { payload, i18n } = req
  const { admin, api } = payload.config.routes
  const [, publication = '', slug = ''] = segmentsIn(params)
  const user = personOf(req)
  if (!user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/articles`)}`)
  const tasks = publication ? await articleTasks(req, publication) : []
  const task = tasks.find(({ channel }) => channel.slug === slug)
  if (!task) notFound()
  return (
    <DefaultTemplate
      {...{ i18n, locale, params, payload, permissions, searchParams, visibleEntities, req }}
      user={user}
    >
      <Trail title={task.publication.title} />
      <Gutter className="gongkai-articles">
        <ArticleDesk first={task} api={api} />
      </Gutter>
    </DefaultTemplate>
  )
}

const segmentsIn = (params: AdminViewServerProps['params']): string[] =>
  [params?.segments ?? []].flat().map(decodeURIComponent)
