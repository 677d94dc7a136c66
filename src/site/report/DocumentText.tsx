import { chineseDay } from '../layout/dates.ts'
import type { Report } from '../api/types.ts'
import { anchorOf } from './anchors.ts'
import { NarrativeHtml } from './NarrativeHtml.tsx'
import type { ReportModel } from './ReportModel.ts'
import { StatutoryTable } from './StatutoryTable.tsx'

/** The report in the official order: preamble, six sections with their tables, signature. */
export function DocumentText({ report, settings }: ReportModel) {
  const { preamble, sections, signature } = report
  return (
    <div className="document" id="document">
      <Paragraphs text={preamble} />
      {sections.map((section) => (
        <section key={section.key}>
          <h2 id={anchorOf(section.key)}>{section.heading}</h2>
          <Body section={section} address={settings.address} />
          {section.table && <StatutoryTable report={report} table={section.table} />}
          {section.children.map((child) => (
            <section key={child.key}>
              <h3 id={anchorOf(child.key)}>{child.heading}</h3>
              <Body section={child} address={settings.address} />
            </section>
          ))}
        </section>
      ))}
      <div className="signature">
        <p>{signature.name}</p>
        {signature.date && (
          <p>
            <time dateTime={signature.date}>{chineseDay(signature.date)}</time>
          </p>
        )}
      </div>
    </div>
  )
}

function Body({ section, address }: { section: Report['sections'][number]; address: string }) {
  const { key, heading, html, text } = section
  return html ? (
    <NarrativeHtml {...{ html, heading, address }} id={anchorOf(key)} />
  ) : (
    <Paragraphs text={text} />
  )
}

const Paragraphs = ({ text }: { text: string }) =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .map((line, index) => <p key={index}>{line.trim()}</p>)
