/** Tells the delivery in this process at once what changed in public; other processes look by themselves. */

export interface Announcement {
  /** Slug. */
  organization: string
  year: number
}

const listeners = new Set<(announcement: Announcement) => void>()

/** @returns a function that ends the subscription. */
export function onAnnouncement(listener: (announcement: Announcement) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** To be called after the commit: whoever looks earlier would remember the state before it. */
export function announce(announcement: Announcement): void {
  for (const listener of listeners) listener(announcement)
}
