'use client'
import { useAuth } from '@payloadcms/ui'
import { useId } from 'react'
import { formatOf } from '../../formats/index.ts'
import type { ImportPreview } from '../../importing/previewImport.ts'
import type { User } from '../../payload-types.ts'
import type { Choice } from './choice.ts'
import { newOrganization } from './useImport.ts'
import { useOrganizations } from './useOrganizations.ts'

interface Props {
  preview: ImportPreview
  choice: Choice
  onChange: (part: Partial<Choice>) => void
}

/** Whose report of which year it is: as the file says, unless a person knows better. */
export function Place({ preview: { read, organization }, choice, onChange }: Props) {
  const id = useId()
  const { user } = useAuth<User>()
  const organizations = useOrganizations()
  const known = organizations.some((one) => one.id === organization?.id)
  const offers = organization && !known ? [organization, ...organizations] : organizations
  const chosen = offers.find((one) => one.id === choice.organization)
  const mayCreate = user?.roles.includes('administrator') && !organization && read.organizationName
  const { organizationName, format, cells } = read

  return (
    <div className="gongkai-read__place">
      <div className="gongkai-import__field">
        <label htmlFor={`${id}-organ`}>机关</label>
        <select
          id={`${id}-organ`}
          value={choice.organization}
          aria-describedby={`${id}-organ-hint`}
          onChange={(event) => onChange({ organization: event.target.value })}
        >
          <option value="">请选择</option>
          {mayCreate && <option value={newOrganization}>新建“{organizationName}”</option>}
          {offers.map(({ id: organ, name }) => (
            <option key={organ} value={organ}>
              {name}
            </option>
          ))}
        </select>
        <span id={`${id}-organ-hint`}>{organHint(organizationName, chosen?.name)}</span>
      </div>
      <div className="gongkai-import__field">
        <label htmlFor={`${id}-year`}>报告年度</label>
        <input
          id={`${id}-year`}
          type="text"
          inputMode="numeric"
          maxLength={4}
          value={choice.year}
          onChange={(event) => onChange({ year: event.target.value.trim() })}
        />
      </div>
      <dl>
        <dt>格式</dt>
        <dd>{formatOf(format).label}</dd>
        <dt>读出的数字</dt>
        <dd>
          {cells.read} 格，共 {cells.of} 格
        </dd>
      </dl>
    </div>
  )
}

function organHint(inFile: string | undefined, chosen: string | undefined): string {
  if (!inFile) return '文件中没有读出机关名称'
  if (inFile === chosen) return '与文件一致'
  return `文件中是“${inFile}”，请核对`
}
