/** @returns the characters that a font has, from its table `cmap` (formats 4 and 12) */
export function charactersIn(font: Buffer): Set<string> {
  const cmap = tableAt(font, 'cmap')
  const characters = new Set<string>()
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4)
    for (const [first, last] of rangesAt(font, at)) {
      for (let code = first; code <= last; code += 1) characters.add(String.fromCodePoint(code))
    }
  }
  return characters
}

function tableAt(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const entry = 12 + i * 16
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8)
  }
  throw new Error(`the font has no table ${tag}`)
}

/** A subset maps what lies within its segments, and nothing else. */
function rangesAt(font: Buffer, at: number): [number, number][] {
  const format = font.readUInt16BE(at)
  if (format === 12) {
    return Array.from({ length: font.readUInt32BE(at + 12) }, (_, i) => [
      font.readUInt32BE(at + 16 + i * 12),
      font.readUInt32BE(at + 20 + i * 12),
    ])
  }
  if (format !== 4) return []
  const segments = font.readUInt16BE(at + 6)
  const ends = at + 14
  return Array.from({ length: segments / 2 - 1 }, (_, i) => [
    font.readUInt16BE(ends + segments + 2 + i * 2),
    font.readUInt16BE(ends + i * 2),
  ])
}
