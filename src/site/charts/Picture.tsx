import type { ReactNode } from 'react'
import { DataTable, type DataTableProps } from './DataTable.tsx'
import { sizes, type Size } from './sizes.ts'

export interface PictureProps {
  id: string
  title: string
  /** What is to be seen, in a sentence. */
  lead?: string
  /** Drawn once for each size. */
  draw: (size: Size) => ReactNode
  table: Omit<DataTableProps, 'caption'>
  note?: string
}

/** A chart with its heading, what it says, and the table behind it. */
export function Picture({ id, title, lead, draw, table, note }: PictureProps) {
  return (
    <figure className="picture" id={id} aria-labelledby={`${id}-head`}>
      <figcaption>
        <h3 id={`${id}-head`}>{title}</h3>
        {lead && <p>{lead}</p>}
      </figcaption>
      {sizes.map((size) => (
        <div key={size.name} className={`size size--${size.name}`}>
          {draw(size)}
        </div>
      ))}
      {note && <p className="note">{note}</p>}
      <details>
        <summary>
          数据表<span className="aside">：{title}</span>
        </summary>
        <div className="frame" role="region" aria-label={`${title}（数据表）`} tabIndex={0}>
          <DataTable caption={title} {...table} />
        </div>
      </details>
    </figure>
  )
}
