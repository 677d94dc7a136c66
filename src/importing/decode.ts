import { UnreadableFile } from './UnreadableFile.ts'

export interface SourceFile {
  readonly name: string
  readonly data: Uint8Array
}

export interface DecodedFile {
  readonly type: 'html' | 'text'
  readonly text: string
}

/** How a file that is no text begins, as bytes in hex. */
const signatures: readonly (readonly [hex: string, kind: string])[] = [
  ['25504446', 'PDF 文件'],
  ['504b0304', 'Word、Excel 等压缩格式文件'],
  ['504b0506', '压缩文件'],
  ['d0cf11e0', '旧版 Word、Excel 文件'],
  ['7b5c727466', 'RTF 文件'],
  ['89504e47', '图片'],
  ['ffd8ff', '图片'],
  ['47494638', '图片'],
  ['49492a00', '图片'],
  ['4d4d002a', '图片'],
  ['52494646', '图片'],
  ['526172211a', '压缩文件'],
]

const refusedNames =
  /\.(docx?|docm|dotx?|wps|rtf|pdf|ofd|xlsx?|xlsm|et|pptx?|zip|rar|7z|mht|mhtml|png|jpe?g|gif|bmp|tiff?|webp|heic)$/i

const advice = '请另存为文本（.txt）或网页（.html）后导入'

/**
 * @param file a text or HTML file in UTF-8, UTF-16 with a byte order mark, GB18030 or the character
 *   set that its meta element names
 * @returns its text, and whether it is HTML
 * @throws {UnreadableFile} when the file is empty, of another type, or not text
 */
export function decode(file: SourceFile): DecodedFile {
  if (file.data.length === 0) throw new UnreadableFile(`“${file.name}”是空文件`)
  refuseOtherTypes(file)
  const text = decodeText(file.data)
  if (text === undefined || !looksLikeText(text)) {
    throw new UnreadableFile(
      `“${file.name}”的内容不是可识别的文字（支持 UTF-8、GB18030），${advice}`,
    )
  }
  if (text.trim() === '') throw new UnreadableFile(`“${file.name}”是空文件`)
  return { type: isHtml(file.name, text) ? 'html' : 'text', text }
}

function refuseOtherTypes({ name, data }: SourceFile): void {
  const start = Array.from(data.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
  const kind = signatures.find(([hex]) => start.startsWith(hex))?.[1]
  if (kind) throw new UnreadableFile(`“${name}”是${kind}，暂不支持，${advice}`)
  const extension = refusedNames.exec(name)?.[0]
  if (extension) throw new UnreadableFile(`“${name}”是 ${extension} 文件，暂不支持，${advice}`)
}

function decodeText(data: Uint8Array): string | undefined {
  if (data[0] === 0xff && data[1] === 0xfe) return decodeAs('utf-16le', data)
  if (data[0] === 0xfe && data[1] === 0xff) return decodeAs('utf-16be', data)
  // What is valid UTF-8 is UTF-8, whatever a meta element left by some template says.
  const charsets = ['utf-8', declaredCharset(data), 'gb18030']
  for (const charset of charsets) {
    const text = charset && decodeAs(charset, data)
    if (text !== undefined && text !== '') return text
  }
  return undefined
}

/** The charset in a meta element near the beginning. */
function declaredCharset(data: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(data.subarray(0, 4096))
  const charset = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1]?.toLowerCase()
  if (!charset || charset.startsWith('utf')) return undefined
  return /^gb(k|_?2312)/.test(charset) ? 'gb18030' : charset
}

function decodeAs(charset: string, data: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(data)
  } catch {
    return undefined
  }
}

const controls = /[\u0000-\u0008\u000e-\u001f\ufffd]/g

/** A stray control character is a slip of some converter; many of them are not text. */
const looksLikeText = (text: string): boolean =>
  (text.match(controls)?.length ?? 0) <= text.length / 200

const isHtml = (name: string, text: string): boolean =>
  /\.x?html?$/i.test(name) || /<(?:!doctype\s+html|html|body|table|p|div)[\s>]/i.test(text)
