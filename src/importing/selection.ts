import { tableKeys } from '../formats/index.ts'
import { sections } from '../formats/shared.ts'
import type { SectionKey, TableKey } from '../formats/types.ts'

/** Which parts of a file are taken into a report. Pure: the admin chooses with it. */
export interface Selection {
  tables: readonly TableKey[]
  sections: readonly SectionKey[]
  /** The channels that the text names, and their figures. */
  channels: boolean
  /** Preamble, period, contact and date of signature. */
  about: boolean
}

export const sectionKeys: readonly SectionKey[] = sections.map(({ key }) => key)

export const everything: Selection = {
  tables: tableKeys,
  sections: sectionKeys,
  channels: true,
  about: true,
}

export const isNothing = ({ tables, sections, channels, about }: Selection): boolean =>
  tables.length === 0 && sections.length === 0 && !channels && !about

/** A `take` that is no selection. The message is Chinese and names what is wrong. */
export class BadSelection extends Error {
  override readonly name = 'BadSelection'
}

/**
 * Reads what a request wants to take. A part that is not named is not taken.
 * @param text JSON such as `{"tables":["applications"],"about":true}`
 * @throws {BadSelection} when it is no such JSON, names an unknown part or nothing at all
 */
export function selectionIn(text: string): Selection {
  const given = jsonObject(text)
  const unknown = Object.keys(given).find((key) => !(key in everything))
  if (unknown !== undefined) throw new BadSelection(`take 中没有“${cut(unknown)}”这一部分`)
  const selection: Selection = {
    tables: keysIn('tables', given.tables, tableKeys),
    sections: keysIn('sections', given.sections, sectionKeys),
    channels: flagIn('channels', given.channels),
    about: flagIn('about', given.about),
  }
  if (isNothing(selection)) throw new BadSelection('请至少选择要导入的一部分内容')
  return selection
}

function jsonObject(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BadSelection('take 不是有效的 JSON')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>
  }
  throw new BadSelection('take 应为 JSON 对象')
}

function keysIn<K extends string>(name: string, value: unknown, known: readonly K[]): K[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new BadSelection(`take.${name} 应为列表`)
  const strange: unknown = value.find((key) => !known.some((one) => one === key))
  if (strange !== undefined) {
    throw new BadSelection(`take.${name} 中没有“${cut(JSON.stringify(strange))}”`)
  }
  return known.filter((key) => value.includes(key))
}

function flagIn(name: string, value: unknown): boolean {
  if (value === undefined) return false
  if (typeof value !== 'boolean') throw new BadSelection(`take.${name} 应为 true 或 false`)
  return value
}

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
