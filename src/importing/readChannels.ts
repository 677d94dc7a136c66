import { channelPatterns, genericNames, wordsBeforeNames } from './channelPatterns.ts'
import type { ChannelPattern } from './channelPatterns.ts'
import { compact, lettersOf } from './plainText.ts'
import { readFigures } from './readFigures.ts'
import type { ImportedChannel, ImportedReport, ImportedSection, Unread } from './types.ts'

/** A channel named at a place in a text. */
interface Mention extends ImportedChannel {
  readonly start: number
  readonly end: number
}

/**
 * Finds the channels that the text names and the figures that it states for them.
 * @returns each channel once, in the order of the text; figures only for channels among them
 */
export function readChannels(report: Pick<ImportedReport, 'preamble' | 'sections'>): {
  channels: ImportedChannel[]
  disclosureFigures: ImportedReport['disclosureFigures']
  unread: Unread[]
} {
  const texts = report.sections.flatMap(textsOf).map(compact)
  const mentions = texts.flatMap(findMentions)
  const named = (text: string) => findMentions(text).map((mention) => resolve(mention, mentions))
  const channels: ImportedChannel[] = []
  for (const { name, kind } of texts.flatMap(named)) {
    if (!channels.some((channel) => channel.name === name)) channels.push({ name, kind })
  }
  const sections = report.sections.filter(({ key }) => key === 'overview' || key === 'disclosure')
  const { unread, ...disclosureFigures } = readFigures(
    sections.flatMap(textsOf).map(compact),
    named,
  )
  return { channels, disclosureFigures, unread }
}

const textsOf = ({ paragraphs, children }: ImportedSection): string[] => [
  ...paragraphs,
  ...children.flatMap((child) => child.paragraphs),
]

/**
 * Gives a mention its full name: 古都营丘微信公众号 is the one in quotes elsewhere; 微信公众号 or
 * 门户网站 alone is the only one whose name ends so, where there is only one.
 */
function resolve(mention: Mention, all: readonly Mention[]): Mention {
  const names = [
    ...new Set(all.filter(({ kind }) => kind === mention.kind).map(({ name }) => name)),
  ]
  const letters = lettersOf(mention.name)
  const same = names.find((name) => lettersOf(name) === letters && name !== letters)
  const longer = names.filter((name) => name !== mention.name && name.endsWith(mention.name))
  const name = same ?? (longer.length === 1 ? longer[0] : undefined) ?? mention.name
  return { ...mention, name }
}

function findMentions(text: string): Mention[] {
  const found: Mention[] = []
  for (const pattern of channelPatterns) {
    for (const match of text.matchAll(pattern.pattern)) {
      const mention = mentionOf(pattern, match)
      const free = found.every(({ start, end }) => mention.end <= start || mention.start >= end)
      if (mention.name && free) found.push(mention)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function mentionOf({ kind, name, prefixed }: ChannelPattern, match: RegExpExecArray) {
  const [words, group = '', second = ''] = match
  const own = prefixed ? group.replace(wordsBeforeNames, '') : group
  const end = match.index + words.length
  // A long run of words is a piece of a sentence, not a name.
  const nameless = prefixed && (genericNames.test(own) || own.length > 8)
  return {
    kind,
    name: nameless ? '' : (name ?? words).replace('$1', own).replace('$2', second),
    start: match.index + (prefixed ? group.length - own.length : 0),
    end,
  }
}
