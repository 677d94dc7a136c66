import { sumOf, type Content, type Figure } from './Figure.ts'
import { keyFigure, keyFigures } from './keyFigures.ts'

const onTop: readonly string[] = ['disclosed', 'received', 'handled']

/** The four figures that a page begins with. */
export const topFigures = (content: Content): Figure[] => [
  ...keyFigures(content).filter(({ key }) => onTop.includes(key)),
  {
    key: 'disputes',
    label: '行政复议和行政诉讼',
    unit: '件',
    value: sumOf([keyFigure(content, 'reconsideration'), keyFigure(content, 'litigation')]),
  },
]
