import { reportAddresses } from '../../publication/addresses.ts'
import { badParameter, Problem } from '../problem.ts'
import type { CurrentPublication, PublicationStore } from '../PublicationStore.ts'
import { Figures, type ReportFigures } from './Figures.ts'
import { channelMetric, channelMetrics, findMetric, metricsNear, type Metric } from './metrics.ts'
import { readFigure, type ReadFigure } from './readFigure.ts'

/** One figure of one organ through the years. */
export interface SeriesJson extends Pick<Metric, 'metric' | 'label' | 'unit'> {
  organization: CurrentPublication['organization']
  /** Oldest first; years without a published report are not there. */
  points: SeriesPoint[]
}

export type SeriesPoint = ReadFigure &
  Pick<CurrentPublication, 'year' | 'format' | 'revision' | 'digest'> & { url: string }

interface Year {
  publication: CurrentPublication
  figures: ReportFigures
}

/** Figures through the years, of what is published now. */
export class Series {
  readonly #store: PublicationStore
  readonly #baseUrl: string
  readonly #figures: Figures

  constructor(store: PublicationStore, baseUrl: string) {
    this.#store = store
    this.#baseUrl = baseUrl
    this.#figures = new Figures(store)
  }

  /**
   * @param organizations slugs
   * @returns one series for each organ and metric
   * @throws {Problem} 400 for a metric that there is not, 404 for an organ without a public report
   */
  async of(organizations: readonly string[], keys: readonly string[]): Promise<SeriesJson[]> {
    keys.forEach(refuseUnknown)
    const publications = await this.#store.current(organizations)
    const series = await Promise.all(
      organizations.map(async (slug) => {
        const years = await this.#years(slug, publications)
        return keys.map((key) => this.#series(years, key))
      }),
    )
    return series.flat()
  }

  async #years(slug: string, publications: readonly CurrentPublication[]): Promise<Year[]> {
    const own = publications.filter(({ organization }) => organization.slug === slug)
    if (own.length === 0) throw nothingOf(slug)
    own.sort((a, b) => a.year - b.year)
    return Promise.all(
      own.map(async (publication) => ({
        publication,
        figures: await this.#figures.get(publication.id),
      })),
    )
  }

  #series(years: readonly Year[], key: string): SeriesJson {
    const { metric, label, unit } = findMetric(key) ?? channelOf(years, key)
    const [newest] = years.slice(-1)
    if (!newest) throw new RangeError('A series needs at least one year')
    return {
      organization: newest.publication.organization,
      ...{ metric, label, unit },
      points: years.map(({ publication, figures }) => {
        const { organization, year, format, revision, digest } = publication
        const found = findMetric(key) ?? channelOf(years, key)
        const url = reportAddresses(this.#baseUrl, organization.slug, year).self
        return { year, ...readFigure(figures, format, found), format, revision, digest, url }
      }),
    }
  }
}

function refuseUnknown(key: string): void {
  if (findMetric(key) || key.startsWith(channelMetrics)) return
  throw unknownMetric(key, metricsNear(key))
}

/** @throws {Problem} 400 when no report of the organ gives a figure of the channel */
function channelOf(years: readonly Year[], key: string): Metric {
  const channels = years.flatMap(({ figures }) => figures.channels)
  const known = new Map(channels.map(({ slug, name }) => [slug, channelMetric(slug, name)]))
  const metric = known.get(key.slice(channelMetrics.length))
  if (!metric) throw unknownMetric(key, [...known.values()])
  return metric
}

const mostNamed = 5

function unknownMetric(key: string, near: readonly Metric[]): Problem {
  const named = near.slice(0, mostNamed).map(({ metric }) => metric)
  const more = near.length > mostNamed ? '等' : ''
  const problem = badParameter(
    'metric',
    `没有“${key}”这项指标；有 ${named.join('、')}${more}，全部见 /v1/series/metrics`,
  )
  return new Problem(400, problem.message, {
    members: { ...problem.members, metrics: near.map(({ metric, label }) => ({ metric, label })) },
  })
}

const nothingOf = (organization: string): Problem =>
  new Problem(404, `没有“${organization}”已发布的年度报告。`, { members: { organization } })
