import { observable, type Observable } from '../desk/observable.ts'

/** Something that two people have changed, differently, in words ready to be shown. */
export interface Disagreement {
  readonly key: string
  /** Such as 依申请公开表“…”行“…”列. */
  readonly label: string
  readonly before: string
  readonly mine: string
  readonly theirs: string
  /** Who saved it and when; absent when it is not known. */
  readonly by?: { readonly name: string; readonly at: string }
}

/** Keys of what stays as the person has it; the rest becomes as the other has it. */
export type Mine = ReadonlySet<string>

export interface Question {
  readonly disagreements: readonly Disagreement[]
  /** @param mine absent when the person wants to decide later */
  readonly answer: (mine: Mine | undefined) => void
}

const questions = new Map<string, Observable<Question | undefined>>()

/** The merge that waits for the person at a report, if one does. */
export function questionAt(report: string): Observable<Question | undefined> {
  const question = questions.get(report) ?? observable<Question | undefined>(undefined)
  questions.set(report, question)
  return question
}

/**
 * Asks the person, by the merge view, which of two values each is to be.
 * @returns what stays theirs; `undefined` when they put it off
 */
export function askWhich(
  report: string,
  disagreements: readonly Disagreement[],
): Promise<Mine | undefined> {
  const question = questionAt(report)
  question.get()?.answer(undefined)
  return new Promise((resolve) => {
    const answer = (mine: Mine | undefined) => {
      question.set(undefined)
      resolve(mine)
    }
    question.set({ disagreements, answer })
  })
}
