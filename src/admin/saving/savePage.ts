import { ApiProblem, callApi, messageOf } from '../callApi.ts'
import { ShownProblem } from './formSaving.ts'
import { refreshDesk, type Desk, type DeskPart, type Refusal } from '../desk/deskOf.ts'

interface Person {
  id: string
  name?: string | null
}

/**
 * Saves all of a page, part by part. What is refused stays typed, and does not keep the rest from
 * being saved.
 * @param person who has the page open: nothing is saved under the name of another
 * @returns why parts were not saved; also set on the desk
 */
export async function savePage(desk: Desk, api: string, person: Person): Promise<Refusal[]> {
  const parts = desk.parts.get().filter(({ unsaved }) => unsaved.get() > 0)
  desk.saving.set(true)
  try {
    const problem = await problemWith(api, person)
    const refusals = problem ? parts.map((part) => refusalOf(part, problem)) : await saveAll(parts)
    desk.refusals.set(refusals)
    return refusals
  } finally {
    desk.saving.set(false)
    refreshDesk(desk)
  }
}

async function saveAll(parts: readonly DeskPart[]): Promise<Refusal[]> {
  const refusals: Refusal[] = []
  for (const part of parts) {
    try {
      await part.save()
    } catch (error) {
      refusals.push(refusalOf(part, error))
    }
  }
  return refusals
}

/** The session may have ended, or somebody else may have signed in in another window. */
async function problemWith(api: string, person: Person): Promise<ApiProblem | undefined> {
  try {
    const { user } = await callApi<{ user: Person | null }>(`${api}/users/me`)
    if (!user) return new ApiProblem(401, '登录已失效')
    if (user.id === person.id) return undefined
    return new ApiProblem(401, `现在登录的是${user.name ?? '另一个账号'}`)
  } catch (error) {
    return error instanceof ApiProblem ? error : new ApiProblem(0, messageOf(error))
  }
}

const refusalOf = ({ key, label }: DeskPart, error: unknown): Refusal => ({
  part: { key, label },
  kind: kindOf(error),
  message: messageOf(error),
  ...(error instanceof ShownProblem && { field: error.field }),
})

function kindOf(error: unknown): Refusal['kind'] {
  if (!(error instanceof ApiProblem)) return 'refused'
  if (error.status === 401) return 'signedOut'
  if (error.status === 0) return 'unreachable'
  return error.status === 409 ? 'overtaken' : 'refused'
}
