import { useCallback, useEffect, useState } from 'react'
import type { ArticleTask } from '../../desk/articleDesk.ts'
import { callApi } from '../callApi.ts'

const everyMs = 3_000

/** The task as it stands, looked at again while something is on its way. */
export function useTask(first: ArticleTask, api: string) {
  const [task, setTask] = useState(first)
  const { publication, channel } = first
  const reload = useCallback(async () => {
    const { docs } = await callApi<{ docs: ArticleTask[] }>(
      `${api}/publications/${publication.id}/articles`,
    )
    const found = docs.find((one) => one.channel.id === channel.id)
    if (found) setTask(found)
  }, [api, publication.id, channel.id])

  const isOnItsWay = task.draft?.state === 'queued' || task.draft?.state === 'running'
  useEffect(() => {
    if (!isOnItsWay) return
    // What does not answer now is asked again.
    const timer = setInterval(() => void reload().catch(() => undefined), everyMs)
    return () => clearInterval(timer)
  }, [isOnItsWay, reload])

  return { task, reload }
}
