/** The API refused, and told why (`application/problem+json`). */
export class ApiProblem extends Error {
  /** 4xx. */
  readonly status: number

  /** @param detail Chinese, for the reader */
  constructor(status: number, detail: string) {
    super(detail)
    this.status = status
  }
}

/** The API did not answer, or not with what it promises. */
export class ApiAway extends Error {}
