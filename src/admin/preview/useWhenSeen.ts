import { useEffect, useState, type RefObject } from 'react'

/**
 * Holds a value back while a place is hidden, such as in a tab that is not open.
 * @returns the value as of the last time that the place was seen; `undefined` before the first
 */
export function useWhenSeen<T>(place: RefObject<HTMLElement | null>, value: T): T | undefined {
  const [isSeen, setSeen] = useState(false)
  const [held, setHeld] = useState<T>()
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new ResizeObserver(() => setSeen(element.offsetParent !== null))
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
  if (isSeen && held !== value) setHeld(value)
  return held
}
