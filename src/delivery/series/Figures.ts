import type { Publication, ReportContent } from '../../publication/types.ts'
import { notPublished } from '../problem.ts'
import type { PublicationStore } from '../PublicationStore.ts'
import { SharedCache } from '../SharedCache.ts'

/** What a publication counts, without its text. */
export interface ReportFigures {
  tables: Record<string, Record<string, Record<string, number | null>>>
  total: number | null
  channels: { slug: string; name: string; count: number }[]
}

const mostKept = 500

/** The figures of publications. They never change, so what was read once need not be read again. */
export class Figures {
  readonly #store: PublicationStore
  readonly #cache = new SharedCache<ReportFigures>({ max: mostKept })

  constructor(store: PublicationStore) {
    this.#store = store
  }

  /**
   * @param id of a publication that anybody may read
   * @throws {Problem} 404 when there is no such publication
   */
  get(id: string): ReportFigures | Promise<ReportFigures> {
    return this.#cache.get(id, async () => {
      const publication = await this.#store.load(id)
      if (!publication) throw notPublished()
      return figuresOf(publication)
    })
  }
}

const figuresOf = ({ content }: Publication): ReportFigures => ({
  tables: Object.fromEntries(
    Object.entries(content.tables).map(([table, { rows }]) => [
      table,
      Object.fromEntries(rows.map(({ key, cells }) => [key, cells])),
    ]),
  ),
  total: content.disclosureFigures.total,
  channels: channelsOf(content),
})

const channelsOf = ({ disclosureFigures }: ReportContent) =>
  disclosureFigures.channels.map(({ channel: { slug, name }, count }) => ({ slug, name, count }))
