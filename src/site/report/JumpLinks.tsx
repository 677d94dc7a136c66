import { downloadsTitle, yearBefore, type ReportModel } from './ReportModel.ts'

/** On a telephone the document begins several screens below: one step to each part of the page. */
export function JumpLinks(model: ReportModel) {
  const links: (readonly [href: string, name: string])[] = [
    ['#overview', '一图读懂'],
    ...(yearBefore(model) ? [['#last-year', '与上年比较'] as const] : []),
    ['#document', '报告全文'],
    ['#downloads', downloadsTitle(model.revisions)],
  ]
  return (
    <nav className="jump" aria-label="本页内容">
      {links.map(([href, name]) => (
        <a key={href} href={href}>
          {name}
        </a>
      ))}
    </nav>
  )
}
