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

/** What appears in the text, at a link, and beside a paragraph. */
const controlNames: Readonly<Record<string, string>> = {
  '.link-edit': '编辑链接',
  '.link-trash': '取消链接',
  '.draggable-block-menu': '拖动以移动这一段',
  '.add-block-menu': '在下面插入',
  '.insert-paragraph-at-end': '在末尾添加一段',
}

const mouseControls = ['.draggable-block-menu', '.add-block-menu', '.insert-paragraph-at-end']

/** Named for those who hear it, and for those who wonder what the sign means. */
export const editorMendings: readonly Mending[] = [
  ...Object.entries(toolbarNames).map(([key, name]): Mending => ({
    selector: `.toolbar-popup__${key}:not([title])`,
    mend: (element) => {
      element.setAttribute('aria-label', name)
      element.setAttribute('title', name)
    },
  })),
  ...Object.entries(controlNames).map(([selector, name]): Mending => ({
    selector: `${selector}:not([aria-label="${name}"])`,
    mend: (element) => {
      element.setAttribute('aria-label', name)
      element.setAttribute('title', name)
    },
  })),
  {
    // The mouse's alone: with the keyboard there are “/” and the arrows.
    selector: mouseControls.map((one) => `${one}:not([tabindex="-1"])`).join(),
    mend: (element) => element.setAttribute('tabindex', '-1'),
  },
  {
    // Its file's name stands beside it.
    selector: '.thumbnail img:not([alt])',
    mend: (element) => element.setAttribute('alt', ''),
  },
  {
    // Its name must hold the file's, which is seen on it; Payload writes an object there.
    selector: '[class$="__doc-drawer-toggler doc-drawer__toggler"][aria-label*="[object Object]"]',
    mend: (element) => element.setAttribute('aria-label', `查看图片 ${element.textContent ?? ''}`),
  },
  {
    // It shows its own name: the style of the paragraph that the caret is in.
    selector: '.toolbar-popup__dropdown-text[aria-label]',
    mend: (element) => {
      element.removeAttribute('aria-label')
      element.setAttribute('title', '段落样式')
    },
  },
]
