/** `overview.1` → part-overview-1: where the table of contents leads. */
export const anchorOf = (sectionKey: string): string => `part-${sectionKey.replace(/[^\w-]/g, '-')}`
