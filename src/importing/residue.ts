import { tidy } from './plainText.ts'
import type { Block, Unread } from './types.ts'

/** What converters and web pages leave in the text that is no part of the report. */

interface Residue {
  readonly pattern: RegExp
  readonly reason: string
}

/** Marks inside a line; the rest of the line stays. */
const marks: readonly Residue[] = [
  { pattern: /\[(?:image|图片|图像)\s*[:：][^\]\n]{0,200}\]/gi, reason: '图片未随文本导入' },
  { pattern: /\[(?:bookmark|书签)\s*[:：][^\]\n]{0,200}\]/gi, reason: '书签' },
]

/** Whole lines. */
const furniture: readonly Residue[] = [
  {
    pattern: /^[-—–－\s]*第?\s*\d{1,3}\s*页?(?:\s*[/／共]\s*\d{1,3}\s*页?)?[-—–－\s]*$/,
    reason: '页码',
  },
  {
    pattern:
      /^[【[（(]?(?:当前位置|您(?:现)?在的位置|字\s*[号体]|字体大小|打印(?:本页)?|关闭(?:窗口)?|附件下载|文件下载|点击查看|分享到|扫一扫|索\s*引\s*号|发布(?:时间|日期|机构)|发文(?:机关|日期)|成文日期|公开(?:日期|方式)|信息来源|来\s*源|浏览(?:次数|量)|阅读(?:次数|量)|访问量|责任编辑|上一[篇条]|下一[篇条]|返回(?:顶部|首页)|收藏|原文链接|主办单位|版权所有|网站标识码|ICP备)(?:\s*[:：|｜>»\]】)）].*|\s*$|.{0,40}(?<![。；])$)/i,
    reason: '网页或版面文字，未导入',
  },
  {
    pattern: /^(?:微信|微博|QQ空间|全真版|文字版|文件下载|[|｜\s]){2,}$/i,
    reason: '网页或版面文字，未导入',
  },
  { pattern: /^[=＝\-—_*·.…|\s]{3,}$/, reason: '分隔线' },
]

/**
 * Takes residue out of the lines.
 * @returns the blocks without it, and what was taken out
 */
export function takeResidue(blocks: readonly Block[]): { blocks: Block[]; unread: Unread[] } {
  const unread: Unread[] = []
  const kept = blocks.flatMap((block): Block[] => {
    if (block.type !== 'line') return [block]
    const text = tidy(withoutMarks(block.text, block.line, unread))
    if (text === '') return []
    const found = furniture.find(({ pattern }) => pattern.test(text))
    if (!found) return [{ ...block, text }]
    unread.push({ line: block.line, text, reason: found.reason })
    return []
  })
  return { blocks: kept, unread }
}

function withoutMarks(text: string, line: number, unread: Unread[]): string {
  return marks.reduce(
    (rest, { pattern, reason }) =>
      rest.replace(pattern, (mark) => {
        unread.push({ line, text: mark, reason })
        return ''
      }),
    text,
  )
}
