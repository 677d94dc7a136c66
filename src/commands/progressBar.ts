import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  update: (done: number, total: number) => void
  stop: () => void
}

/** A bar on a terminal; elsewhere, or where a program reads along, nothing. */
export function progressBar(isWanted: boolean): Progress {
  if (!isWanted || !process.stderr.isTTY) return { update: () => {}, stop: () => {} }
  const format = ' {bar} {value}/{total}'
  const bar = new SingleBar({ format, stream: process.stderr }, Presets.shades_grey)
  bar.start(0, 0)
  return {
    update(done, total) {
      bar.setTotal(total)
      bar.update(done)
    },
    stop: () => bar.stop(),
  }
}
