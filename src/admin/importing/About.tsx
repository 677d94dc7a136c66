import type { ImportPreview } from '../../importing/previewImport.ts'
import { Paragraphs } from './ReadSection.tsx'

/** What stands around the six sections. */
export function About({ read }: Pick<ImportPreview, 'read'>) {
  const { preamble, period, contact, signedOn } = read
  const facts = [
    ['统计期限', period && `${period.from} 至 ${period.to}`],
    ['联系单位', contact?.office],
    ['联系电话', contact?.phone],
    ['地址', contact?.address],
    ['电子邮箱', contact?.email],
    ['落款日期', signedOn],
  ] as const
  return (
    <>
      <div className="gongkai-read__text">
        <Paragraphs texts={preamble} />
      </div>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? '没有读出'}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
