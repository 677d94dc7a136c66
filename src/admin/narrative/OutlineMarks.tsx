import type { Finding } from '../../reconciliation/types.ts'

interface Props {
  /** Of the section, or `preamble`. */
  id: string
  findings: readonly Finding[]
  isEmpty: boolean
  isUnsaved?: boolean
  isContested?: boolean
}

/** What is to be known of a section before it is opened. */
export function OutlineMarks({ id, findings, isEmpty, isUnsaved, isContested }: Props) {
  const open = findings.filter(({ passage, acknowledged }) => passage?.id === id && !acknowledged)
  return (
    <span className="gongkai-outline__marks">
      {open.length > 0 && (
        <span className="gongkai-outline__mark--warning">{open.length} 处提示</span>
      )}
      {isContested && <span className="gongkai-outline__mark--warning">两份不同</span>}
      {isEmpty && <span>未写</span>}
      {isUnsaved && <span>未保存</span>}
    </span>
  )
}
