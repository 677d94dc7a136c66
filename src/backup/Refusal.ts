/** Why there is no backup, or why nothing was restored, for the person at the command. */
export class Refusal extends Error {
  /** @param zh what is wrong and what helps, in Chinese @param en the same in English */
  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh} (${en})`, options)
    this.name = 'Refusal'
  }
}

export const damaged = (what: string, options?: ErrorOptions): Refusal =>
  new Refusal(`备份文件已损坏：${what}`, 'the backup file is damaged', options)
