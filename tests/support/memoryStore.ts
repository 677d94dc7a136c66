import type {
  ArticleSummary,
  Change,
  FoundPublication,
  PublicationStore,
  PublicationSummary,
} from '../../src/delivery/PublicationStore.ts'
import { excerptOf } from '../../src/delivery/search/excerptOf.ts'
import { wordsOf } from '../../src/delivery/search/words.ts'
import { searchTextOf } from '../../src/publication/searchText.ts'
import type { Publication } from '../../src/publication/types.ts'

/** A store of publications in memory that counts what is asked of it. */
export interface MemoryStore extends PublicationStore {
  calls: Record<'find' | 'load' | 'list' | 'image' | 'changes' | 'addresses', number>
  /** As publishing does: the revision before is superseded. */
  publish(publication: Publication): void
  withdraw(organization: string, year: number): void
  /** While set, whatever is asked fails with it. */
  failure: Error | undefined
}

const withdrawnAt = '2024-03-01T01:00:00.000Z'

export function memoryStore(publications: readonly Publication[] = []): MemoryStore {
  const stored: Publication[] = []
  const sequences = new Map<Publication, number>()
  const sequenceOf = (publication: Publication) => sequences.get(publication) ?? 0
  const number = (publication: Publication) =>
    sequences.set(publication, Math.max(0, ...sequences.values()) + 1)
  const changeOf = (publication: Publication): Change => {
    const { id, content } = publication
    const { organization, year } = content
    return { id, sequence: sequenceOf(publication), organization: organization.slug, year }
  }
  const calls = { find: 0, load: 0, list: 0, image: 0, changes: 0, addresses: 0 }
  const of = (organization: string, year: number) =>
    stored
      .filter(({ content }) => content.organization.slug === organization && content.year === year)
      .sort((a, b) => b.revision - a.revision)
  const currentOnes = () => stored.filter(({ state }) => state === 'current')
  const inTurn = async <T>(value: T): Promise<T> => {
    await new Promise((resolve) => setTimeout(resolve, 1))
    if (store.failure) throw store.failure
    return value
  }

  const store: MemoryStore = {
    calls,
    failure: undefined,
    publish(publication) {
      const { slug } = publication.content.organization
      for (const earlier of of(slug, publication.content.year)) {
        if (earlier.state === 'current') earlier.state = 'superseded'
      }
      const published = { ...publication }
      stored.push(published)
      number(published)
    },
    withdraw(organization, year) {
      const [newest] = of(organization, year)
      if (!newest) return
      newest.state = 'withdrawn'
      number(newest)
    },
    find(organization, year) {
      calls.find++
      const [newest] = of(organization, year)
      return inTurn(newest && found(newest))
    },
    changes(from, limit) {
      calls.changes++
      const changes = stored.map(changeOf).sort((a, b) => a.sequence - b.sequence)
      return inTurn(
        from === undefined
          ? changes.reverse().slice(0, limit)
          : changes.filter(({ sequence }) => sequence >= from).slice(0, limit),
      )
    },
    load(id) {
      calls.load++
      return inTurn(stored.find((publication) => publication.id === id))
    },
    list({ organization, region, year, q, page, limit }) {
      calls.list++
      const words = wordsOf(q ?? '')
      const matches = currentOnes()
        .filter(({ content }) => !organization || content.organization.slug === organization)
        .filter(({ content }) => !region || content.organization.region === region)
        .filter(({ content }) => !year || content.year === year)
        .filter(({ content }) => words.every((word) => searchTextOf(content).includes(word)))
        .sort(newestFirst)
      const docs = matches.slice((page - 1) * limit, page * limit).map((publication) => ({
        ...summary(publication),
        ...(words.length > 0 ? excerptOf(searchTextOf(publication.content), words) : {}),
      }))
      return inTurn({ docs, totalDocs: matches.length })
    },
    current: (organizations) =>
      inTurn(
        currentOnes()
          .filter(({ content }) => organizations.includes(content.organization.slug))
          .map((publication) => ({ id: publication.id, ...summary(publication) })),
      ),
    news(organization, limit) {
      const own = stored.filter(
        ({ content }) => !organization || content.organization.slug === organization,
      )
      if (organization && own.length === 0) return inTurn(undefined)
      const changed = [...own].sort((a, b) => sequenceOf(b) - sequenceOf(a))[0]
      const docs = own.filter(({ state }) => state === 'current').sort(newestFirst)
      return inTurn({
        organization: organization && changed ? changed.content.organization : null,
        docs: docs.slice(0, limit).map((publication) => ({
          id: publication.id,
          ...summary(publication),
          correctionReason: publication.correctionReason,
        })),
        changedAt: changed ? (found(changed).withdrawnAt ?? changed.publishedAt) : null,
      })
    },
    addresses() {
      calls.addresses++
      return inTurn(
        [...currentOnes()].sort(newestFirst).map(({ content, publishedAt }) => ({
          organization: content.organization.slug,
          year: content.year,
          publishedAt,
        })),
      )
    },
    lastChange: () => inTurn(Math.max(0, ...sequences.values())),
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
    channel: (slug) =>
      inTurn(
        slug === 'liuhe-wechat' ? { slug, organization: 'liuhe', tableForm: 'phone' } : undefined,
      ),
    articles(channel, after, limit) {
      if (channel !== 'liuhe-wechat') return inTurn(undefined)
      const last = Math.max(0, ...stored.map(sequenceOf))
      const following = stored
        .filter((one) => of('liuhe', one.content.year)[0] === one)
        .filter((one) =>
          !after || 'sequence' in after
            ? sequenceOf(one) > (after?.sequence ?? 0)
            : one.publishedAt >= after.publishedAt,
        )
        .sort((a, b) => sequenceOf(a) - sequenceOf(b))
      const told = following.slice(0, limit)
      const more = following.length > limit
      const end = told.at(-1)
      return inTurn({
        docs: told.map(articleOf),
        more,
        next: more && end ? sequenceOf(end) : last,
        stale: [],
      })
    },
    article(id) {
      const found = stored.find((publication) => publication.id === id)
      if (!found) return inTurn(undefined)
      const { standing: _, ...facts } = articleOf(found)
      return inTurn({ ...facts, state: found.state, replacedBy: null, receipts: [] })
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

const newestFirst = (a: Publication, b: Publication) => b.publishedAt.localeCompare(a.publishedAt)

const found = ({ id, state, publishedAt }: Publication): FoundPublication =>
  state === 'withdrawn'
    ? { id, state, publishedAt, withdrawnAt }
    : { id, state: 'current', publishedAt }

const summary = ({ content, publishedAt, revision, digest }: Publication): PublicationSummary => {
  const { organization, year, format, title } = content
  return { organization, year, format, title, publishedAt, revision, digest }
}

const articleOf = (publication: Publication): ArticleSummary => {
  const { slug, name } = publication.content.organization
  const { title, year, revision, digest, publishedAt } = summary(publication)
  return {
    id: publication.id,
    ...{ title, year, revision, digest, publishedAt },
    organization: { slug, name },
    state: publication.state === 'withdrawn' ? 'withdrawn' : 'current',
    standing: null,
  }
}
