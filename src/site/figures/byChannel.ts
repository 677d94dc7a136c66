import type { Content, Figure } from './Figure.ts'

/** What was disclosed on each channel, most first. An item on two channels counts in both. */
export const byChannel = ({ disclosureFigures }: Content): Figure[] =>
  disclosureFigures.channels
    .map(({ channel, count }) => ({
      key: channel.slug,
      label: channel.name,
      unit: '条',
      value: count,
    }))
    .sort((a, b) => b.value - a.value || a.label.localeCompare(b.label, 'zh'))
