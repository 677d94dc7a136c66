import type { SectionKey } from '../../formats/types.ts'
import { accountsIn } from './accounts.ts'
import type { Account } from './accounts.ts'
import { claimsOf } from './claims.ts'
import type { Claim } from './claims.ts'
import { declaredIn } from './declared.ts'
import type { Declared } from './declared.ts'
import { listsIn } from './listStructure.ts'
import type { List } from './listStructure.ts'
import { paragraphsOf, plainText } from './plainText.ts'
import type { PlainText } from './plainText.ts'
import { sentencesOf } from './sentences.ts'
import type { Sentence } from './sentences.ts'
import { topicAfter } from './topics.ts'
import type { Topic } from './topics.ts'
import type { NarrativePassage, Span } from './types.ts'

export interface ParsedSentence extends Sentence {
  readonly claims: readonly Claim[]
  readonly declared: readonly Declared[]
}

export interface ParsedParagraph {
  readonly plain: PlainText
  readonly sentences: readonly ParsedSentence[]
  readonly lists: readonly List[]
  readonly accounts: readonly Account[]
  /** The topic in which it ends. */
  readonly topic?: Topic
}

/** A paragraph in its place: spans of its plain text can be found in the passage. */
export interface PlacedParagraph extends ParsedParagraph {
  readonly passage: NarrativePassage
  readonly start: number
}

/** Paragraphs by their words: while somebody types, all but one are as they were. */
const parsed = new Map<string, ParsedParagraph>()
const keptAtMost = 2_000

const headingTopics: Partial<Record<SectionKey, Topic>> = {
  applications: 'requests',
  disputes: 'review',
}

/** @returns the paragraphs of the passages in reading order, with all that they state. */
export function parse(passages: readonly NarrativePassage[]): PlacedParagraph[] {
  return passages.flatMap((passage) => {
    const { section, heading = '', text } = passage
    let topic = topicAfter(heading, section === 'preamble' ? undefined : headingTopics[section])
    return paragraphsOf(text).map(({ text: words, start }) => {
      const paragraph = remembered(words, topic)
      topic = isHeading(words) ? paragraph.topic : undefined
      return { ...paragraph, passage, start }
    })
  })
}

const isHeading = (words: string) => words.length < 30 && !/[。；，]\s*$/u.test(words)

function remembered(words: string, topic: Topic | undefined): ParsedParagraph {
  const key = `${topic ?? ''}|${words}`
  const known = parsed.get(key)
  if (known) return known
  if (parsed.size >= keptAtMost) parsed.clear()
  const paragraph = parseParagraph(words, topic)
  parsed.set(key, paragraph)
  return paragraph
}

function parseParagraph(words: string, initial: Topic | undefined): ParsedParagraph {
  const plain = plainText(words)
  let topic = initial
  const sentences = sentencesOf(plain.text).map((sentence): ParsedSentence => {
    const { claims, topic: ends } = claimsOf(sentence, topic)
    const declared = declaredIn(sentence, topic)
    topic = ends
    return { ...sentence, claims, declared }
  })
  return {
    plain,
    sentences,
    lists: listsIn(sentences),
    accounts: accountsIn(sentences),
    ...(topic === undefined ? {} : { topic }),
  }
}

/** @returns offsets into the passage's text. */
export function placeOf({ plain, start }: PlacedParagraph, span: Span): Span {
  const { offsets } = plain
  const last = offsets[span.end - 1] ?? 0
  return { start: start + (offsets[span.start] ?? 0), end: start + last + 1 }
}
