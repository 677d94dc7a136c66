import type { Mending } from './mendings.ts'

/** What the buttons of the text editor's toolbar do; Payload names them in English or not at all. */
const toolbarNames: Readonly<Record<string, string>> = {
  'dropdown-add': '插入表格或图片',
  'dropdown-inlineBlocks': '插入表中数据',
  'button-bold': '加粗',
  'button-italic': '斜体',
  'button-underline': '下划线',
  'button-link': '链接',
}

/** Named for those who hear it, and for those who wonder what the sign means. */
export const editorMendings: readonly Mending[] = [
  ...Object.entries(toolbarNames).map(([key, name]): Mending => ({
    selector: `.toolbar-popup__${key}:not([title])`,
    mend: (element) => {
      element.setAttribute('aria-label', name)
      element.setAttribute('title', name)
    },
  })),
  {
    // It shows its own name: the style of the paragraph that the caret is in.
    selector: '.toolbar-popup__dropdown-text[aria-label]',
    mend: (element) => {
      element.removeAttribute('aria-label')
      element.setAttribute('title', '段落样式')
    },
  },
]
