import type { ServerResponse } from 'node:http'

/** Longer than nearly every report. */
const lengthOfPiece = 32 * 1024
const mostSpare = 64

/**
 * Memory for bytes that are sent once: lent for an answer and lent again when that has gone out. New
 * memory for each would be tens of megabytes a second, and keep the garbage collector at work.
 */
export class Pieces {
  readonly #spare: Buffer[] = []

  /** @param send ends the answer with what it puts into the piece, which is of the length */
  lend(length: number, res: ServerResponse, send: (piece: Buffer) => void): void {
    if (length > lengthOfPiece) {
      send(Buffer.allocUnsafeSlow(length))
      return
    }
    const whole = this.#spare.pop() ?? Buffer.allocUnsafeSlow(lengthOfPiece)
    // Only then nobody reads it any more: all is with the system, or the connection has ended.
    res.once('close', () => {
      if (this.#spare.length < mostSpare) this.#spare.push(whole)
    })
    send(whole.subarray(0, length))
  }
}
