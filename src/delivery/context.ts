import type { CurrentPublications } from './CurrentPublications.ts'
import type { HotAnswers } from './HotAnswers.ts'
import type { KeyedDesk } from './KeyedDesk.ts'
import type { Lists } from './Lists.ts'
import type { PublicationStore } from './PublicationStore.ts'
import type { Representations } from './Representations.ts'

/** What every route file is given. */
export interface DeliveryContext {
  store: PublicationStore
  /** The public address, for links. */
  baseUrl: string
  current: CurrentPublications
  representations: Representations
  /** Sends what is asked for often: from then on without Express. */
  hot: HotAnswers
  lists: Lists
  /** Absent where no key opens anything. */
  keyed: KeyedDesk | undefined
}
