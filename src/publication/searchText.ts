import type { PublishedSection, ReportContent } from './types.ts'

const textOf = ({ heading, text, children }: PublishedSection): string[] => [
  heading,
  text,
  ...children.flatMap(textOf),
]

/** All words of a report in one text, for full-text search. */
export const searchTextOf = (content: ReportContent): string =>
  [content.title, content.organization.name, content.preamble, ...content.sections.flatMap(textOf)]
    .filter(Boolean)
    .join('\n')
