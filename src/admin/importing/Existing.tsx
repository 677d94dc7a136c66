'use client'
import { Banner, Link, useConfig } from '@payloadcms/ui'
import { stageLabel } from '../../desk/stages.ts'
import type { ImportPreview } from '../../importing/previewImport.ts'
import { replacements, type Choice } from './choice.ts'

interface Props {
  preview: ImportPreview
  choice: Choice
  onChange: (part: Partial<Choice>) => void
}

/** There is a report of that organ and year: nothing in it is replaced without a person's word. */
export function Existing({ preview, choice, onChange }: Props) {
  const { routes } = useConfig().config
  const { existing } = preview
  if (!existing) return null
  const replaced = replacements(preview, choice.take)
  const link = (
    <Link href={`${routes.admin}/collections/reports/${existing.id}`}>{existing.title}</Link>
  )
  if (!existing.editable) {
    return (
      <Banner type="error">
        已有{link}，现为“{stageLabel(existing.stage)}
        ”，不能导入。需要改动时请先“更正”，或核对机关和年度。
      </Banner>
    )
  }
  return (
    <div className="gongkai-read__existing" role="group" aria-label="已有的报告">
      <p>
        已有{link}（{stageLabel(existing.stage)}），一个年度只能有一份。
      </p>
      <label className="gongkai-read__check">
        <input
          type="checkbox"
          checked={choice.replace}
          onChange={(event) => onChange({ replace: event.target.checked })}
        />
        把所选部分并入这份报告
      </label>
      {replaced.length > 0 ? (
        <>
          <p>
            <strong>将替换：</strong>
          </p>
          <ul>
            {replaced.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>不替换任何已填的内容。</p>
      )}
      <p>文件中空白的单元格和没有读出的内容，保留报告中原有的。</p>
    </div>
  )
}
