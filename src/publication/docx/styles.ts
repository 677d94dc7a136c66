import { AlignmentType, LevelFormat, LevelSuffix, LineRuleType } from 'docx'
import type { INumberingOptions, IParagraphStyleOptions, IStylesOptions } from 'docx'
import { fontOf } from './fonts.ts'
import { bodyLine, bodySize, twoCharacters } from './measures.ts'

/** The look of the official document: a style for each kind of paragraph, so that it can be changed as one. */

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 })
const freely = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 }
const black = '000000'

type Font = Parameters<typeof fontOf>[0]

const heading = (font: Font, bold = false) => ({
  run: { font: fontOf(font), size: bodySize, bold, italics: false, color: black },
  paragraph: { spacing: exactly(bodyLine), indent: twoCharacters, keepNext: true },
})

const own = (
  id: string,
  name: string,
  look: Pick<IParagraphStyleOptions, 'run' | 'paragraph'>,
): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', quickFormat: true, ...look })

const noIndent = { firstLine: 0, firstLineChars: 0 }

export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: fontOf('body'),
        size: bodySize,
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: exactly(bodyLine) },
    },
    title: {
      run: { font: fontOf('title'), size: 44, color: black },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: exactly(660),
        indent: noIndent,
        keepNext: true,
      },
    },
    heading1: heading('heading'),
    heading2: heading('subheading'),
    heading3: heading('body', true),
    heading4: heading('body', true),
  },
  paragraphStyles: [
    own('BodyText', '正文文字', {
      paragraph: { alignment: AlignmentType.BOTH, indent: twoCharacters },
    }),
    own('ListText', '列表', { paragraph: { alignment: AlignmentType.BOTH } }),
    own('Picture', '图片', {
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...freely, before: 120, after: 120 },
      },
    }),
    own('TableHead', '表头', {
      run: { font: fontOf('heading'), size: 21 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: freely },
    }),
    own('TableLabel', '表中项目', {
      run: { font: fontOf('plain'), size: 21 },
      paragraph: { alignment: AlignmentType.LEFT, spacing: freely },
    }),
    own('TableValue', '表中数字', {
      run: { font: fontOf('plain'), size: 21 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: freely },
    }),
    own('AfterTable', '表后', { paragraph: { spacing: exactly(240) } }),
    own('BeforeTable', '表前', { paragraph: { spacing: exactly(120), keepNext: true } }),
    own('Signature', '落款', {
      paragraph: { alignment: AlignmentType.RIGHT, indent: { right: 640 }, keepLines: true },
    }),
    own('CorrectionNotice', '更正说明', {
      run: { font: fontOf('subheading'), size: 28 },
      paragraph: {
        spacing: { ...exactly(480), after: 360 },
        border: Object.fromEntries(
          ['top', 'bottom', 'left', 'right'].map((side) => [
            side,
            { style: 'single', size: 8, space: 6, color: '9B1C1C' },
          ]),
        ),
      },
    }),
    own('PageNumber', '页码', {
      run: { font: { ...fontOf('plain'), ascii: '宋体', hAnsi: '宋体' }, size: 28 },
      paragraph: { spacing: freely },
    }),
  ],
}

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** As clerks number: the mark is indented by two characters, the lines after it are not. */
const level = (format: 'decimal' | 'bullet', text: (level: number) => string) =>
  levels.map((level) => ({
    level,
    format: LevelFormat[format === 'decimal' ? 'DECIMAL' : 'BULLET'],
    text: text(level),
    suffix: LevelSuffix.SPACE,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 640 * level, firstLine: 640 } } },
  }))

export const deepestList = levels.length - 1

export const numbering: INumberingOptions = {
  config: [
    { reference: 'ol', levels: level('decimal', (level) => `%${level + 1}.`) },
    { reference: 'ul', levels: level('bullet', () => '·') },
  ],
}
