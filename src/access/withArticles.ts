import type { Access, Where } from 'payload'
import { idOf } from './relations.ts'
import { hasRole, personOf } from './roles.ts'
import { withinSubtree } from './withinSubtree.ts'

const ofReports = withinSubtree('organization')

/** What became of articles: who works on reports sees it, and the WeChat team of the organ. */
export const withArticles: Access = async (args) => {
  const { req } = args
  const reports = await ofReports(args)
  if (reports === true || !hasRole(req, 'wechat')) return reports
  const own: Where = { organization: { equals: idOf(personOf(req)?.organization) ?? '' } }
  return reports === false ? own : { or: [reports, own] }
}
