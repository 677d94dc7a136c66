import type { PayloadRequest } from 'payload'

const suffixes = /(人民政府(办公室)?|管理委员会)$/

/** @returns 营丘镇人民政府 → yingqiuzhen; `fallback` for a name without a readable character. */
async function slugOf(name: string, fallback: string): Promise<string> {
  // Its dictionary is large, and only imports need it.
  const { pinyin } = await import('pinyin-pro')
  const syllables = pinyin(name.replace(suffixes, ''), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  })
  const slug = syllables
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '')
  return slug || fallback
}

/** @returns the slug of a name that no document of the collection has yet. */
export async function freeSlug(
  req: PayloadRequest,
  collection: 'organizations' | 'channels',
  name: string,
): Promise<string> {
  const slug = await slugOf(name, collection === 'organizations' ? 'organ' : 'channel')
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? slug : `${slug}-${n}`
    const { totalDocs } = await req.payload.count({
      collection,
      where: { slug: { equals: candidate } },
      req,
    })
    if (totalDocs === 0) return candidate
  }
}
