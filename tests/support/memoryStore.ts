import type {
  ArticlePosition,
  FoundPublication,
  PublicationStore,
  PublicationSummary,
} from '../../src/delivery/PublicationStore.ts'
import type { Publication } from '../../src/publication/types.ts'

/** A store of publications in memory that counts what is asked of it. */
export interface MemoryStore extends PublicationStore {
  calls: Record<'find' | 'load' | 'list' | 'image', number>
  /** As publishing does: the revision before is superseded. */
  publish(publication: Publication): void
  withdraw(organization: string, year: number): void
}

const withdrawnAt = '2024-03-01T01:00:00.000Z'

export function memoryStore(publications: readonly Publication[] = []): MemoryStore {
  const stored: Publication[] = []
  const calls = { find: 0, load: 0, list: 0, image: 0 }
  const of = (organization: string, year: number) =>
    stored
      .filter(({ content }) => content.organization.slug === organization && content.year === year)
      .sort((a, b) => b.revision - a.revision)
  const currentOnes = () => stored.filter(({ state }) => state === 'current')
  const inTurn = async <T>(value: T): Promise<T> => {
    await new Promise((resolve) => setTimeout(resolve, 1))
    return value
  }

  const store: MemoryStore = {
    calls,
    publish(publication) {
      const { slug } = publication.content.organization
      for (const earlier of of(slug, publication.content.year)) {
        if (earlier.state === 'current') earlier.state = 'superseded'
      }
      stored.push({ ...publication })
    },
    withdraw(organization, year) {
      const [newest] = of(organization, year)
      if (newest) newest.state = 'withdrawn'
    },
    find(organization, year) {
      calls.find++
      const [newest] = of(organization, year)
      return inTurn(newest && found(newest))
    },
    load(id) {
      calls.load++
      return inTurn(stored.find((publication) => publication.id === id))
    },
    list({ organization, region, year, q, page, limit }) {
      calls.list++
      const matches = currentOnes()
        .filter(({ content }) => !organization || content.organization.slug === organization)
        .filter(({ content }) => !region || content.organization.region === region)
        .filter(({ content }) => !year || content.year === year)
        .filter(({ content }) => !q || content.title.includes(q))
        .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))
      const docs = matches.slice((page - 1) * limit, page * limit).map(summary)
      return inTurn({ docs, totalDocs: matches.length })
    },
    revisions(organization, year) {
      const all = of(organization, year)
      const withdrawn = all[0]?.state === 'withdrawn'
      return inTurn(
        (withdrawn ? [] : all).map(
          ({ id, revision, digest, publishedAt, correctionReason, state, content }) => ({
            ...{ id, revision, digest, publishedAt, correctionReason, state },
            images: (content.images ?? []).map(({ name }) => name),
          }),
        ),
      )
    },
    image(name) {
      calls.image++
      const exists = stored.some(({ content }) =>
        content.images?.some((image) => image.name === name),
      )
      return inTurn(exists ? { mimeType: 'image/png', data: Buffer.from(name) } : undefined)
    },
    channels: () =>
      inTurn([
        {
          ...{ slug: 'liuhe-wechat', name: '“柳河发布”微信公众号', kind: 'wechat' },
          ...{ account: 'liuhe', url: null },
          organization: { slug: 'liuhe', name: '柳河镇人民政府' },
        },
      ]),
    articles(channel, after, limit) {
      if (channel !== 'liuhe-wechat') return inTurn(undefined)
      const following = currentOnes()
        .filter((publication) => isAfter(publication, after))
        .sort((a, b) => order(a).localeCompare(order(b)))
      const docs = following.slice(0, limit).map(({ id, ...publication }) => {
        const { region: _region, ...organization } = publication.content.organization
        const { format: _format, ...rest } = summary({ id, ...publication })
        return { id, ...rest, organization }
      })
      return inTurn({ docs, more: following.length > limit })
    },
    organizations({ page, limit }) {
      const slugs = [...new Set(currentOnes().map(({ content }) => content.organization.slug))]
      const docs = slugs.map((slug) => {
        const own = currentOnes().filter(({ content }) => content.organization.slug === slug)
        const { name = slug, region = null } = own[0]?.content.organization ?? {}
        return { slug, name, region, parent: null, years: own.map(({ content }) => content.year) }
      })
      return inTurn({ docs: docs.slice((page - 1) * limit, page * limit), totalDocs: docs.length })
    },
  }
  publications.forEach((publication) => store.publish(publication))
  return store
}

const found = ({ id, state, publishedAt }: Publication): FoundPublication =>
  state === 'withdrawn'
    ? { id, state, publishedAt, withdrawnAt }
    : { id, state: 'current', publishedAt }

const summary = ({ content, publishedAt, revision, digest }: Publication): PublicationSummary => {
  const { organization, year, format, title } = content
  return { organization, year, format, title, publishedAt, revision, digest }
}

const order = ({ publishedAt, id }: { publishedAt: string; id: string }) => `${publishedAt} ${id}`

const isAfter = (publication: Publication, after: ArticlePosition | undefined): boolean =>
  !after ||
  (after.id === undefined
    ? publication.publishedAt >= after.publishedAt
    : order(publication) > `${after.publishedAt} ${after.id}`)
