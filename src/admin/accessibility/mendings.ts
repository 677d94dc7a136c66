/** What Payload's controls lack, each with how it is mended. Dropped as Payload mends it itself. */
export interface Mending {
  /** Matches only what has not been mended yet. */
  readonly selector: string
  readonly mend: (element: HTMLElement) => void
}

const named =
  (name: string | ((element: HTMLElement) => string)) =>
  (element: HTMLElement): void =>
    element.setAttribute('aria-label', typeof name === 'string' ? name : name(element))

/** The label over the field that an element belongs to. */
const fieldLabel = (element: HTMLElement): string =>
  element.closest('.field-type')?.querySelector('.field-label')?.firstChild?.textContent ?? ''

const rowText = (element: HTMLElement): string =>
  element.closest('tr')?.querySelector('a')?.textContent ?? ''

const unnamed = ':not([aria-label])'

export const mendings: readonly Mending[] = [
  {
    selector: `.doc-controls__popup .popup-button${unnamed}`,
    mend: named('更多操作'),
  },
  {
    selector: `.clipboard-action__popup .popup-button${unnamed}`,
    mend: named((element) => `${fieldLabel(element)}：复制与粘贴`),
  },
  { selector: `.array-actions .popup-button${unnamed}`, mend: named('对这一行的操作') },
  {
    selector: `.popup-button${unnamed}`,
    mend: (element) => {
      if (!element.textContent?.trim()) element.setAttribute('aria-label', '更多')
    },
  },
  { selector: `.collapsible__drag${unnamed}`, mend: named('拖动以调整顺序') },
  { selector: `.date-time-picker__clear-button${unnamed}`, mend: named('清除日期') },
  {
    selector: `.date-time-picker input${unnamed}`,
    mend: named(
      (element) => fieldLabel(element) || (element.closest('[id^=field-]')?.textContent ?? '日期'),
    ),
  },
  {
    selector: `.react-select input[id^=react-select]${unnamed}`,
    mend: named((element) => fieldLabel(element) || '选择'),
  },
  {
    selector: '#select-all[aria-label=""]',
    mend: (element) => {
      element.removeAttribute('aria-labelledby')
      element.setAttribute('aria-label', '全选')
    },
  },
  {
    selector: '.select-row input[aria-label=""]',
    mend: named((element) => `选择 ${rowText(element)}`),
  },
  {
    // Payload writes the object of translations where the label belongs.
    selector: '.sort-column__button[aria-label*="[object Object]"]',
    mend: named((element) => {
      const column = element.closest('.sort-column')?.querySelector('.sort-column__label')
      const label = element.getAttribute('aria-label') ?? ''
      return label.replace('[object Object]', column?.textContent ?? '')
    }),
  },
  {
    selector: '.card [aria-label*="[object Object]"]',
    mend: named((element) => {
      const card = element.closest('.card')?.querySelector('.card__title')
      const label = element.getAttribute('aria-label') ?? ''
      return label.replace('[object Object]', card?.textContent ?? '')
    }),
  },
  {
    // A label in a drawer points to an id that its field does not have.
    selector: `dialog .field-type :is(input, textarea)${unnamed}:not([type=hidden])`,
    mend: (element) => {
      const { labels } = element as HTMLInputElement
      if (!labels?.length) named(fieldLabel)(element)
    },
  },
  {
    // Payload names a dialog by its own key; it has a heading that says what it is.
    selector: 'dialog.payload__modal-item[id][aria-label]',
    mend: (element) => {
      const heading = element.querySelector('h1, h2')?.textContent
      if (heading && element.getAttribute('aria-label') === element.id) named(heading)(element)
    },
  },
  {
    // Its tooltip is all that names it, and is hidden until the mouse is there.
    selector: `.btn--icon-only.btn--has-tooltip${unnamed}`,
    mend: named((element) => element.querySelector('.tooltip-content')?.textContent ?? ''),
  },
  { selector: `.file-field__remove${unnamed}`, mend: named('移除这个文件') },
  { selector: `.copy-to-clipboard${unnamed}`, mend: named('复制') },
  { selector: `.dropdown-indicator${unnamed}`, mend: named('展开选项') },
  { selector: '[aria-label^="Notifications"]', mend: named('通知') },
  { selector: '[aria-label="Close toast"]', mend: named('关闭通知') },
  {
    selector: '[aria-label^="Edit "]',
    mend: named((element) => `编辑${element.getAttribute('aria-label')?.slice('Edit'.length)}`),
  },
  {
    // Its name must hold the words that are seen on it.
    selector:
      '.list-create-new-doc__create-new-button[aria-label], .list-header__create-new-button[aria-label]',
    mend: (element) => element.removeAttribute('aria-label'),
  },
  {
    // What a screen reader must not see, the keyboard must not reach: Backspace clears.
    selector:
      '.react-select [aria-hidden=true][tabindex="0"], .react-select [aria-hidden=true] [tabindex="0"], .react-select button[aria-hidden=true]:not([tabindex="-1"])',
    mend: (element) => element.setAttribute('tabindex', '-1'),
  },
  {
    // Payload's small pictures of files: the name of the file stands beside them.
    selector: 'img:not([alt])',
    mend: (element) => element.setAttribute('alt', ''),
  },
  {
    // It holds buttons, so it can be none itself.
    selector: '.rs__multi-value[role=button]',
    mend: (element) => element.setAttribute('role', 'group'),
  },
  {
    // A list whose items are no items.
    selector: 'ul.doc-tabs__tabs:not([role])',
    mend: (element) => element.setAttribute('role', 'group'),
  },
]
