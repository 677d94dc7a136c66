import type { IFontAttributesProperties } from 'docx'

/**
 * The fonts of official documents. Not every machine has them: the font table names for each what
 * comes closest, and its kind, by which a program finds a substitute.
 */
interface OfficialFont {
  readonly name: string
  /** In the order of preference. */
  readonly instead: readonly string[]
  readonly family: 'roman' | 'modern' | 'script'
}

const fonts = {
  title: {
    name: '方正小标宋简体',
    instead: ['方正小标宋_GBK', '华文中宋', '宋体', 'Noto Serif CJK SC'],
    family: 'roman',
  },
  body: {
    name: '仿宋_GB2312',
    instead: ['仿宋', '华文仿宋', 'FangSong', 'Noto Serif CJK SC'],
    family: 'modern',
  },
  heading: {
    name: '黑体',
    instead: ['SimHei', '华文黑体', 'Noto Sans CJK SC'],
    family: 'modern',
  },
  subheading: {
    name: '楷体_GB2312',
    instead: ['楷体', '华文楷体', 'KaiTi', 'Noto Serif CJK SC'],
    family: 'modern',
  },
  plain: { name: '宋体', instead: ['SimSun', '华文宋体', 'Noto Serif CJK SC'], family: 'roman' },
} as const satisfies Record<string, OfficialFont>

const latin = 'Times New Roman'

/** @returns the attributes of a run in that font; letters and digits are in Times New Roman */
export const fontOf = (font: keyof typeof fonts): IFontAttributesProperties => ({
  ascii: latin,
  hAnsi: latin,
  eastAsia: fonts[font].name,
})

const entry = ({ name, instead, family }: OfficialFont): string =>
  `<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/>` +
  `<w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`

/** The part of the package that tells what to do where a font is missing. */
export const fontTable = {
  path: 'word/fontTable.xml',
  data:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${Object.values(fonts).map(entry).join('')}` +
    `<w:font w:name="${latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>` +
    '</w:fonts>',
}
