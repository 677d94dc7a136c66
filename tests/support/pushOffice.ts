import { randomUUID } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { Channel, Publication, WechatDraft } from '../../src/payload-types.ts'
import { canonicalJson } from '../../src/publication/canonical.ts'
import { prepareImage } from '../../src/publication/prepareImage.ts'
import { reportContent } from './publications.ts'
import { newReport, type Office } from './office.ts'
import { picture } from './pictures.ts'

/** Publications and a 公众号 of the town, ready to be pushed. */
export interface PushOffice {
  channel: Channel
  req: PayloadRequest
  /** A publication of another year each time, with two images. */
  publish: (state?: Publication['state']) => Promise<Publication>
  draft: (id: string) => Promise<WechatDraft>
}

let year = 2019

export async function furnishPushing(
  payload: Payload,
  office: Office,
  appId: string,
): Promise<PushOffice> {
  const channel = await payload.create({
    collection: 'channels',
    data: {
      name: '清河发布',
      slug: `qinghe-${randomUUID().slice(0, 8)}`,
      kind: 'wechat',
      organization: office.town.id,
      appId,
    },
    depth: 0,
  })
  const images = await Promise.all(
    ['#1f6f43', '#20508a'].map((colour) => storedPicture(payload, colour)),
  )
  const user = { ...office.people.wechat, collection: 'users' as const }
  return {
    channel,
    req: await createLocalReq({ user }, payload),
    publish: (state = 'current') => publish(payload, office, images, state),
    draft: (id) => payload.findByID({ collection: 'wechat-drafts', id, depth: 0 }),
  }
}

async function storedPicture(payload: Payload, colour: string) {
  const image = await prepareImage(await picture({ colour, width: 300, height: 200 }))
  if (!image) throw new Error('no picture')
  const { name, mimeType, width, height, data } = image
  await payload.db.create({
    collection: 'published-images',
    data: { name, mimeType, width, height, data: data.toString('base64') },
  })
  return { name, width, height, alt: `图 ${colour}` }
}

async function publish(
  payload: Payload,
  { town }: Office,
  images: { name: string; alt: string; width: number; height: number }[],
  state: Publication['state'],
): Promise<Publication> {
  year += 1
  const report = await newReport(payload, town.id, year)
  const shown = images.map(({ name, alt }) => `<img src="images/${name}" alt="${alt}" />`).join('')
  const content = {
    ...reportContent({
      ...{ slug: town.slug, name: town.name, year },
      overview: `<p>${year}年，本镇按要求公开政府信息。</p><figure>${shown}</figure>`,
    }),
    images,
  }
  return payload.db.create({
    collection: 'publications',
    data: {
      title: content.title,
      report: report.id,
      organization: town.id,
      organizationSlug: town.slug,
      organizationName: town.name,
      region: content.organization.region,
      year,
      format: content.format,
      revision: 1,
      state,
      digest: '0'.repeat(64),
      publishedAt: new Date().toISOString(),
      sequence: year,
      latest: true,
      content: canonicalJson(content),
      imageNames: images.map(({ name }) => name),
      searchText: content.title,
    },
  })
}
