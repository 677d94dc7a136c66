import { compact, isoDate } from './plainText.ts'
import type { ImportedReport } from './types.ts'

type Contact = NonNullable<ImportedReport['contact']>

const day = '(\\d{4})年(\\d{1,2})月(\\d{1,2})日?'
const dayWithoutYear = '(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日?'
const periodPattern = new RegExp(`${day}起?(?:至|到|[-—–~])+${dayWithoutYear}`)

/** @returns the period that the figures cover, where the text names it. */
export function readPeriod(text: string): ImportedReport['period'] {
  const [, year = '', month = '', date = '', endYear, endMonth = '', endDate = ''] =
    periodPattern.exec(compact(text)) ?? []
  const from = isoDate(year, month, date)
  const to = isoDate(endYear ?? year, endMonth, endDate)
  return from && to && from <= to ? { from, to } : undefined
}

const landline = '(?:\\(0\\d{2,3}\\)|0\\d{2,3}[-—–]?)[1-9]\\d{6,7}(?:[-转]\\d{1,5})?'

/** In each list the first pattern that is found decides; its first group is the value. */
const contactPatterns: Readonly<Record<keyof Contact, readonly RegExp[]>> = {
  phone: [
    new RegExp(`电话(?:号码)?[:为是]?(${landline}|1\\d{10}|[1-9]\\d{6,7})(?!\\d)`),
    new RegExp(`(?<!\\d)(0\\d{2,3}[-—–][1-9]\\d{6,7}(?:-\\d{1,5})?)(?!\\d)`),
  ],
  office: [
    /请(?:直接)?(?:与|向|同|和|致函|致电|联系|咨询)([^,。;:()]{2,40}?)(?:联系|咨询|反映|[,。;:(]|电话|$)/,
    /联系(?:单位|部门|科室)[:为是]([^,。;()]{2,40})/,
  ],
  address: [/地址[:为是]?([^,。;()]{4,60}?)(?:邮(?:政)?编|联系电话|电话|[,。;()]|$)/],
  postcode: [/邮(?:政)?编(?:码)?[:为是]?(\d{6})(?!\d)/],
  email: [/([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/],
}

const contactFields: readonly (keyof Contact)[] = [
  'office',
  'phone',
  'address',
  'postcode',
  'email',
]

/** @returns whom to ask, as far as the text says; `undefined` when it names nobody. */
export function readContact(text: string): Contact | undefined {
  const plain = compact(text)
  const contact: Contact = {}
  for (const field of contactFields) {
    for (const pattern of contactPatterns[field]) {
      const value = pattern.exec(plain)?.[1]
      if (value && contact[field] === undefined) contact[field] = value.replace(/[—–]/g, '-')
    }
  }
  return Object.keys(contact).length > 0 ? contact : undefined
}
