import type { Report } from '../payload-types.ts'
import type { Selection } from './selection.ts'
import type { ImportedReport } from './types.ts'

type Fields = Pick<
  Report,
  'preamble' | 'period' | 'contact' | 'signedOn' | 'channels' | 'disclosureFigures'
>

/**
 * The fields of a report that a file gives. What it does not give stays as it is, in a report that
 * is there already.
 * @param channels ids by name, of all that the file names
 * @param before the report as it is, where there is one
 */
export function reportFields(
  read: ImportedReport,
  take: Pick<Selection, 'about' | 'channels'>,
  channels: ReadonlyMap<string, string>,
  before: Partial<Fields> = {},
): Partial<Fields> {
  return {
    ...(take.about ? aboutOf(read, before) : {}),
    ...(take.channels ? figuresOf(read, channels, before) : {}),
  }
}

function aboutOf(read: ImportedReport, before: Partial<Fields>): Partial<Fields> {
  const { preamble, period, contact, signedOn } = read
  const { office, phone, address, email } = contact ?? {}
  return {
    ...(preamble.length > 0 ? { preamble: preamble.join('\n') } : {}),
    ...(period ? { period: { from: atNoon(period.from), to: atNoon(period.to) } } : {}),
    ...(contact
      ? { contact: { ...before.contact, ...withoutMissing({ office, phone, address, email }) } }
      : {}),
    ...(signedOn ? { signedOn: atNoon(signedOn) } : {}),
  }
}

function figuresOf(
  { channels: named, disclosureFigures: { total, channels: counts } }: ImportedReport,
  channels: ReadonlyMap<string, string>,
  before: Partial<Fields>,
): Partial<Fields> {
  const counted = counts.flatMap(({ name, count }) => {
    const channel = channels.get(name)
    return channel ? [{ channel, count }] : []
  })
  return {
    ...(named.length > 0 ? { channels: [...new Set(channels.values())] } : {}),
    disclosureFigures: {
      total: total ?? before.disclosureFigures?.total,
      channels: counted.length > 0 ? counted : before.disclosureFigures?.channels,
    },
  }
}

const atNoon = (date: string): string => `${date}T12:00:00.000Z`

const withoutMissing = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>
