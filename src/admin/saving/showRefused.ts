export const refusedId = 'gongkai-refused'

/** Brings into sight why the last save was refused. */
export const showRefused = (): void =>
  document.getElementById(refusedId)?.scrollIntoView({ block: 'center' })
