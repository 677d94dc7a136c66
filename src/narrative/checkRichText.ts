import { figureBlock, parseSource } from './figures.ts'

/** Bounds that no section comes near, so that none can stall the editor or the publishing. */
export const richTextLimits = { depth: 50, nodes: 10_000, characters: 200_000 } as const

type Node = Record<string, unknown>

/** One of the editor's node types, named as Lexical serialises it. */
interface Kind {
  label: string
  /** The types it may hold; none: it is a leaf. */
  holds?: readonly string[]
  /** What else it must be: the reason in Chinese when it is not. */
  check?: (node: Node) => string | undefined
}

interface Seen {
  nodes: number
  characters: number
}

const inLink = ['text', 'tab', 'linebreak']
const inline = [...inLink, 'link', 'autolink', 'inlineBlock']
const blocks = ['paragraph', 'heading', 'list', 'table', 'upload']

/** What the features in editor.ts produce, and nothing else. */
const kinds = new Map<string, Kind>([
  ['root', { label: '正文', holds: blocks, check: checkRoot }],
  ['paragraph', { label: '段落', holds: inline }],
  ['heading', { label: '小标题', holds: inline, check: checkHeading }],
  ['list', { label: '列表', holds: ['listitem'], check: checkList }],
  ['listitem', { label: '列表项', holds: [...inline, ...blocks], check: checkListItem }],
  ['link', { label: '链接', holds: inLink, check: checkLink }],
  ['autolink', { label: '链接', holds: inLink, check: checkLink }],
  ['table', { label: '表格', holds: ['tablerow'] }],
  ['tablerow', { label: '表格行', holds: ['tablecell'] }],
  ['tablecell', { label: '单元格', holds: blocks, check: checkCell }],
  ['text', { label: '文字', check: checkText }],
  ['tab', { label: '制表符', check: checkText }],
  ['linebreak', { label: '换行' }],
  ['inlineBlock', { label: '表中数据', check: checkFigure }],
  ['upload', { label: '图片', check: checkImage }],
])

/**
 * Whether a section's content is a state that the narrative editor (editor.ts) can open and that
 * can be published whole.
 * @param value anything; `null` and `undefined` stand for no text
 * @returns what is wrong, in Chinese, or `undefined` when nothing is
 */
export function checkRichText(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined
  if (!isNode(value)) return '正文须是编辑器的内容，不能是文字、数字或列表'
  if (!isNode(value.root) || value.root.type !== 'root') return '正文缺少 root，不是编辑器的内容'
  return checkNode(value.root, 'root', 0, { nodes: 0, characters: 0 })
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function checkNode(node: Node, type: string, depth: number, seen: Seen): string | undefined {
  const kind = kinds.get(type)
  if (!kind) return `正文中有不支持的内容（${type.slice(0, 40)}）`
  if (depth > richTextLimits.depth) return `正文的嵌套超过 ${richTextLimits.depth} 层`
  if (++seen.nodes > richTextLimits.nodes) return `正文的内容超过 ${richTextLimits.nodes} 项`
  seen.characters += typeof node.text === 'string' ? node.text.length : 0
  if (seen.characters > richTextLimits.characters) {
    return `正文超过 ${richTextLimits.characters / 10_000} 万字`
  }
  return kind.check?.(node) ?? checkChildren(node.children, kind, depth, seen)
}

function checkChildren(
  children: unknown,
  { label, holds }: Kind,
  depth: number,
  seen: Seen,
): string | undefined {
  if (!holds) return children === undefined ? undefined : `${label}之下不能再有内容`
  if (!Array.isArray(children)) return `${label}的 children 须是列表`
  for (const child of children as unknown[]) {
    if (!isNode(child) || typeof child.type !== 'string') return `${label}中有一项没有类型`
    const known = kinds.get(child.type)
    if (known && !holds.includes(child.type)) return `${label}中不能直接放${known.label}`
    const problem = checkNode(child, child.type, depth + 1, seen)
    if (problem) return problem
  }
  return undefined
}

/** The editor cannot open a state without a block: it keeps an empty paragraph instead. */
function checkRoot({ children }: Node): string | undefined {
  return Array.isArray(children) && children.length === 0
    ? '正文至少要有一个段落；没有正文时请留空（null）'
    : undefined
}

function checkHeading({ tag }: Node): string | undefined {
  return tag === 'h4' || tag === 'h5' ? undefined : '小标题只能用四级（h4）或五级（h5）'
}

function checkList({ tag, listType }: Node): string | undefined {
  const known = (tag === 'ol' && listType === 'number') || (tag === 'ul' && listType === 'bullet')
  return known ? undefined : '列表只能是编号列表或项目符号列表'
}

function checkListItem({ value }: Node): string | undefined {
  return Number.isSafeInteger(value) ? undefined : '列表项的序号须是整数'
}

function checkText({ text, format }: Node): string | undefined {
  if (typeof text !== 'string') return '文字节点的 text 须是字符串'
  return format === undefined || isWithin(format, 0, 0xffff) ? undefined : '文字的 format 须是整数'
}

function checkCell({ colSpan, rowSpan, headerState, backgroundColor }: Node): string | undefined {
  const spans = [colSpan, rowSpan].every((span) => isMissing(span) || isWithin(span, 1, 1000))
  if (!spans) return '单元格合并的行数、列数须是 1 到 1000 的整数'
  if (!isMissing(headerState) && !isWithin(headerState, 0, 3)) {
    return '单元格的 headerState 须是 0 到 3 的整数'
  }
  return isMissing(backgroundColor) || typeof backgroundColor === 'string'
    ? undefined
    : '单元格的 backgroundColor 须是字符串'
}

function checkLink({ fields }: Node): string | undefined {
  const { url, linkType } = isNode(fields) ? fields : {}
  if (linkType !== 'custom') return '链接只能指向网址，不能指向内部文档'
  return linkProblem(url)
}

/** @returns why a link may not lead there, in Chinese, or `undefined` when it may */
export function linkProblem(url: unknown): string | undefined {
  if (isPublicUrl(url)) return undefined
  const shown = typeof url === 'string' && url ? `“${url.slice(0, 60)}”` : '的网址'
  return `链接${shown}须是以 http://、https://、mailto: 或 tel: 开头的完整地址`
}

const figureMembers = ['id', 'blockName', 'blockType', 'source']

/** It names where its number stands and holds none, whichever form the report has. */
function checkFigure({ fields }: Node): string | undefined {
  if (!isNode(fields) || fields.blockType !== figureBlock) return '正文中有不支持的行内内容'
  if (!fields.source) return '正文中插入的数据还没有选择来源：请选择或删去'
  if (!parseSource(fields.source)) {
    const shown = JSON.stringify(fields.source).slice(0, 80)
    return `正文中插入的数据的来源（${shown}）不是表格单元格或公开数量`
  }
  const other = Object.keys(fields).find((name) => !figureMembers.includes(name))
  return other && `正文中插入的数据只记来源，不能另有 ${other.slice(0, 40)}`
}

function checkImage({ relationTo, value }: Node): string | undefined {
  if (relationTo !== 'media') return '正文中只能放“图片”里的图片'
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value)
    ? undefined
    : '正文中有图片尚未上传完成，或者不是以编号指明的'
}

/** At least as strict as Payload, which on saving would garble what it takes for no URL. */
function isPublicUrl(url: unknown): boolean {
  if (typeof url !== 'string' || !/^(?:https?:\/\/|mailto:|tel:)[^\s<>"]+$/i.test(url)) return false
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'mailto:' || protocol === 'tel:' || hostname.includes('.')
}

const isMissing = (value: unknown): boolean => value === undefined || value === null

const isWithin = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most
