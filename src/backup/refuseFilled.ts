import { Refusal } from './Refusal.ts'

/** @throws {Refusal} when there is anything in the database */
export async function refuseFilled(
  collections: readonly string[],
  count: (collection: string) => Promise<number>,
): Promise<void> {
  for (const collection of collections) {
    if ((await count(collection)) === 0) continue
    throw new Refusal(
      `目标数据库不是空的（${collection} 中已有记录），没有恢复任何内容`,
      'the database is not empty: nothing was restored',
    )
  }
}
