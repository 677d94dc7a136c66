import type { ArrayField, NumberFieldSingleValidation } from 'payload'
import { isDayOfYear } from '../../desk/deadlines.ts'

export const organKinds = [
  { value: 'organ', label: { zh: '行政机关（含乡镇、街道）', en: 'Organ' } },
  { value: 'government', label: { zh: '县级以上人民政府', en: 'Government' } },
] as const

const reportYear: NumberFieldSingleValidation = (value) =>
  value === null ||
  value === undefined ||
  (Number.isInteger(value) && value >= 2008 && value <= 2100) ||
  '应为 2008 至 2100 之间的整数，不填则每年适用'

const month: NumberFieldSingleValidation = (value) => isDayOfYear(value, 1) || '应为 1 至 12 的整数'

const day: NumberFieldSingleValidation = (value, { siblingData }) => {
  const { month: of } = siblingData as { month?: unknown }
  return isDayOfYear(of, value) || '这个月没有这一天'
}

/** Dates earlier than the law's, for an organ and all below it that set none of their own. */
export const deadlinesField: ArrayField = {
  name: 'deadlines',
  type: 'array',
  label: { zh: '年度报告截止日期', en: 'Deadlines' },
  labels: {
    singular: { zh: '截止日期', en: 'Deadline' },
    plural: { zh: '截止日期', en: 'Deadlines' },
  },
  admin: {
    description: {
      zh: '本机关及其下级机关适用；下级另有规定的从其规定，都没有规定的按法定日期',
      en: 'For the organ and those below it that set none; the statutory date otherwise',
    },
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          defaultValue: 'organ',
          options: [...organKinds],
          label: { zh: '适用于', en: 'For' },
        },
        {
          name: 'year',
          type: 'number',
          validate: reportYear,
          label: { zh: '报告年度（不填为每年）', en: 'Report year (empty: every year)' },
        },
        {
          name: 'month',
          type: 'number',
          required: true,
          min: 1,
          max: 12,
          validate: month,
          label: { zh: '次年几月', en: 'Month of the next year' },
        },
        {
          name: 'day',
          type: 'number',
          required: true,
          min: 1,
          max: 31,
          validate: day,
          label: { zh: '几日', en: 'Day' },
        },
      ],
    },
  ],
}
