import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/**
 * Makes the bytes of a Word file depend on nothing but its content: the library draws the ids of
 * links at random and writes the time of day into the file and into the archive.
 * @param published the ISO instant that takes the place of every time
 */
export function settled(file: Uint8Array, published: string): Buffer {
  const parts = Object.entries(unzipSync(file)).sort(([a], [b]) => (a < b ? -1 : 1))
  const texts = parts.map(([path, data]) => [path, isText(path) ? strFromU8(data) : data] as const)
  const ids = randomIdsIn(texts.map(([, text]) => text).filter((text) => typeof text === 'string'))
  const settle = (text: string) =>
    [...ids].reduce((settling, [id, name]) => settling.replaceAll(`"${id}"`, `"${name}"`), text)
  const entries = texts.map(([path, part]) => {
    if (typeof part !== 'string') return [path, part] as const
    const text =
      path === 'docProps/core.xml' ? part.replace(times, `$1${published}$2`) : settle(part)
    return [path, strToU8(text)] as const
  })
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: firstDay, level: 9 }))
}

/** The archive keeps local time: this is the same hour in every time zone. */
const firstDay = new Date(1980, 0, 1)

const isText = (path: string): boolean => /\.(xml|rels)$/.test(path)

const times = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g

/** Of relationships, in the order of the file; the library numbers all other ids. */
const randomId = /Id="(rId[a-z0-9_-]{21})"/g

function randomIdsIn(texts: readonly string[]): Map<string, string> {
  const ids = new Map<string, string>()
  for (const text of texts) {
    for (const [, id = ''] of text.matchAll(randomId)) {
      if (!ids.has(id)) ids.set(id, `rIdLink${ids.size + 1}`)
    }
  }
  return ids
}
