import { formatOf, tableKeys } from '../../formats/index.ts'
import { filledIn } from '../../importing/outcome.ts'
import type { ImportPreview } from '../../importing/previewImport.ts'
import { sectionKeys, type Selection } from '../../importing/selection.ts'
import { About } from './About.tsx'
import { fits, offered } from './choice.ts'
import { Figures } from './Figures.tsx'
import { Part } from './Part.tsx'
import { ReadTable } from './ReadTable.tsx'
import { ReadSection, sizeOf } from './ReadSection.tsx'

interface Props {
  preview: ImportPreview
  take: Selection
  onChange: (take: Selection) => void
}

/** All that a file gives, part by part, each with whether it is taken. */
export function ReadParts({ preview, take, onChange }: Props) {
  const { read, reconciliation, existing } = preview
  const format = formatOf(read.format)
  const may = offered(preview)
  const toggled = <K extends string>(all: readonly K[], taken: readonly K[], key: K) =>
    all.filter((one) => (one === key ? !taken.includes(key) : taken.includes(one)))

  return (
    <fieldset className="gongkai-read__parts">
      <legend>要采用的部分</legend>
      {tableKeys.map((key) => (
        <Part
          key={key}
          label={format.tables[key].label}
          note={tableNote(preview, key)}
          disabled={!may.tables.includes(key)}
          checked={take.tables.includes(key)}
          onToggle={() => onChange({ ...take, tables: toggled(tableKeys, take.tables, key) })}
          open={reconciliation.findings.some(
            ({ table, status }) => table === key && status === 'violated',
          )}
        >
          <ReadTable
            format={read.format}
            table={key}
            tables={read.tables}
            reconciliation={reconciliation}
          />
        </Part>
      ))}
      {format.sections.map(({ key, heading }) => {
        const section = read.sections.find((one) => one.key === key)
        const size = section && sizeOf(section)
        return (
          <Part
            key={key}
            label={heading}
            note={size ?? '没有正文'}
            disabled={!may.sections.includes(key)}
            checked={take.sections.includes(key)}
            onToggle={() =>
              onChange({ ...take, sections: toggled(sectionKeys, take.sections, key) })
            }
          >
            {size && <ReadSection section={section} />}
          </Part>
        )
      })}
      <Part
        label="公开渠道和公开数量"
        note={may.channels ? `${read.channels.length} 个渠道` : '没有读出'}
        disabled={!may.channels}
        checked={take.channels}
        onToggle={() => onChange({ ...take, channels: !take.channels })}
        open
      >
        <Figures read={read} />
      </Part>
      <Part
        label="引言、统计期限、联系方式和落款日期"
        note={may.about ? '' : '没有读出'}
        disabled={!may.about}
        checked={take.about}
        onToggle={() => onChange({ ...take, about: !take.about })}
        open
      >
        <About read={read} />
      </Part>
      {existing && <p>没有选的部分，已有报告中的内容不变。</p>}
    </fieldset>
  )
}

function tableNote({ read, existing }: ImportPreview, key: (typeof tableKeys)[number]): string {
  const cells = filledIn(read.tables, key)
  const of = Object.values(read.tables[key]).flatMap((row) => Object.keys(row)).length
  if (cells === 0) return '没有读出'
  const count = `读出 ${cells} 格，共 ${of} 格`
  return fits(read.format, existing, key) ? count : `${count}；与已有报告的格式不同，不能采用`
}
