import { openSqlite } from '../../src/sqlite/safeClient.ts'

/** A process of its own that writes rows to the file: `tsx sqliteWriter.ts URL TRANSACTIONS`. */
const [url = '', transactions = '0'] = process.argv.slice(2)
const client = await openSqlite(url)
for (let i = 0; i < Number(transactions); i += 1) {
  const transaction = await client.transaction('write')
  for (let row = 0; row < 3; row += 1) {
    await transaction.execute('INSERT INTO entries (parent) VALUES (NULL)')
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await transaction.commit()
}
client.close()
