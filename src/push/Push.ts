import type { Payload } from 'payload'
import type { Channel, WechatDraft } from '../payload-types.ts'
import { renderArticle, type Article } from '../wechat/article.ts'
import type { WechatClient } from '../wechat/api/client.ts'
import type { Retry } from '../wechat/api/errors.ts'
import { publicUrlIn } from '../environment.ts'
import { hold } from './lease.ts'
import type { LoadedPublication } from './loadPublication.ts'
import { uploadsOf, type Uploads } from './uploads.ts'

/** One publication on its way into the drafts box of one 公众号, with what has been written down. */
export class Push {
  readonly payload: Payload
  readonly publication: LoadedPublication
  readonly channel: Channel
  readonly client: WechatClient
  #record: WechatDraft

  constructor(
    payload: Payload,
    record: WechatDraft,
    parts: { publication: LoadedPublication; channel: Channel; client: WechatClient },
  ) {
    this.payload = payload
    this.#record = record
    this.publication = parts.publication
    this.channel = parts.channel
    this.client = parts.client
  }

  get record(): WechatDraft {
    return this.#record
  }

  get uploads(): Uploads {
    return uploadsOf(this.#record)
  }

  /** @throws {LeaseLost} */
  async write(data: Partial<WechatDraft>): Promise<void> {
    this.#record = await hold(this.payload, this.#record.id, data)
  }

  /** @returns the article, with the images that have an address at WeChat */
  render(): Article {
    const { uploads } = this
    return articleOf(this.publication, this.channel, (name) => uploads[name])
  }
}

export const articleOf = (
  publication: LoadedPublication,
  { tableForm }: Pick<Channel, 'tableForm'>,
  uploaded: (name: string) => string | undefined,
): Article =>
  renderArticle(publication, {
    baseUrl: publicUrlIn(process.env),
    form: tableForm ?? 'grid',
    uploaded,
  })

/** A push that cannot go on for a reason of our own. */
export class PushRefused extends Error {
  readonly retry: Retry = 'never'
  readonly code = null
  readonly advice: string

  constructor(advice: string) {
    super(advice)
    this.name = 'PushRefused'
    this.advice = advice
  }
}
