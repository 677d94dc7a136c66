import type { Organization } from '../api/types.ts'
import { organizationPath, reportPath } from '../layout/links.ts'
import { organizationTree, type Branch } from './organizationTree.ts'

/** The organs, each with its years. */
export function Organs({ organizations }: { organizations: readonly Organization[] }) {
  return <Branches branches={organizationTree(organizations)} />
}

const Branches = ({ branches }: { branches: readonly Branch[] }) => (
  <ul className="organs">
    {branches.map(({ organization, below }) => (
      <li key={organization.slug}>
        <Organ {...organization} />
        {below.length > 0 && <Branches branches={below} />}
      </li>
    ))}
  </ul>
)

function Organ({ slug, name, region, years }: Organization) {
  if (years.length === 0) {
    return (
      <div className="organ">
        <span>{name}</span> <span className="none">尚无已发布的报告</span>
      </div>
    )
  }
  return (
    <div className="organ">
      <a href={organizationPath(slug)}>{name}</a>{' '}
      {region && <span className="region">{region}</span>}
      <ul className="years" aria-label={`${name}：各年度报告`}>
        {[...years]
          .sort((a, b) => b - a)
          .map((year) => (
            <li key={year}>
              <a href={reportPath(slug, year)} aria-label={`${name}${year}年度报告`}>
                {year}
              </a>
            </li>
          ))}
      </ul>
    </div>
  )
}
