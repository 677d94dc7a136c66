import { Problem, unavailable } from './problem.ts'
import type { PublicationStore } from './PublicationStore.ts'
import type { PublicationWatch } from './PublicationWatch.ts'
import { TooLate, within } from './within.ts'

const answerWithinMs = 5000

/**
 * The store, as long as the database is there: while it is away, whoever asks is told so at once
 * rather than kept waiting, and what fails because it just went, or takes too long, is told so too.
 * @param log gets the error that is told as 503
 */
export function guardedStore(
  store: PublicationStore,
  watch: Pick<PublicationWatch, 'isAway' | 'look'>,
  log: (error: unknown) => void,
): PublicationStore {
  const ask = async (question: () => Promise<unknown>): Promise<unknown> => {
    if (watch.isAway) throw unavailable()
    try {
      return await within(answerWithinMs, question())
    } catch (error) {
      const isHere = error instanceof Problem || (await watch.look())
      if (isHere && !(error instanceof TooLate)) throw error
      log(error)
      throw unavailable()
    }
  }
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => ask(async () => Reflect.apply(member, target, args) as unknown)
    },
  })
}
