import { Link } from '@payloadcms/ui'
import { idOf } from '../../access/relations.ts'
import { subsectionNumber } from '../../narrative/numerals.ts'
import type { ReportState } from './useReportState.ts'

type Sections = ReportState['sections']

/** The narrative as its own table of contents: the six parts, and under each its sub-sections. */
export function SectionLinks({ admin, sections }: { admin: string; sections: Sections }) {
  const under = (parent: string | undefined) =>
    sections.filter((section) => idOf(section.parent) === parent)
  const address = (id: string) => `${admin}/collections/sections/${id}`
  return (
    <details>
      <summary>章节（{sections.length}）</summary>
      <ul>
        {under(undefined).map(({ id, heading }) => (
          <li key={id}>
            <Link href={address(id)}>{heading}</Link>
            <ul>
              {under(id).map((section, index) => (
                <li key={section.id}>
                  <Link href={address(section.id)}>
                    {subsectionNumber(index + 1)}
                    {section.heading}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  )
}
