import type { ImportPreview } from '../../importing/previewImport.ts'

/** The channels that the text names, with what it says was published on each. */
export function Figures({ read }: Pick<ImportPreview, 'read'>) {
  const { channels, disclosureFigures } = read
  const counts = new Map(disclosureFigures.channels.map(({ name, count }) => [name, count]))
  return (
    <dl>
      <dt>主动公开总数</dt>
      <dd>{disclosureFigures.total === null ? '文中没有说' : `${disclosureFigures.total} 条`}</dd>
      {channels.map(({ name }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{counts.has(name) ? `${counts.get(name)} 条` : '文中没有说数量'}</dd>
        </div>
      ))}
    </dl>
  )
}
