import type { ReportContent } from '../publication/types.ts'

/**
 * What programs with a key may do beside reading what is public. The window itself sees no desk:
 * whoever starts it hands this in. Refusals are errors with a `status` below 500 and a message for
 * the reader.
 */
export interface KeyedDesk {
  /**
   * A report that was passed for publishing and is not public yet.
   * @param authorization the header, as it came
   * @throws 401 without a valid key; 404 when there is none that the key opens
   */
  clearedReport(
    authorization: string | undefined,
    organization: string,
    year: number,
  ): Promise<ClearedReport>
  /**
   * Takes down what stands in WeChat.
   * @param publication id of the article
   * @throws 400, 401, 403, 404
   */
  recordReceipt(
    authorization: string | undefined,
    publication: string,
    input: Record<string, unknown>,
  ): Promise<{ receipt: RecordedReceipt; isNew: boolean }>
}

export interface ClearedReport {
  content: ReportContent
  digest: string
  /** That it will be published as. */
  revision: number
}

export interface RecordedReceipt {
  /** Slug. */
  channel: string
  link: string
  removed: boolean
  revision: number
  digest: string
  /** ISO instant. */
  recordedAt: string
}
