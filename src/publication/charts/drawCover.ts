import { box, words } from './elements.ts'
import type { Drawing } from './drawBars.ts'

export const coverAlt = (year: number): string => `政府信息公开工作年度报告（${year}年度）`

/** 2.35 to 1, as 公众号 shows covers; the middle square is what it shows in a list. */
export function drawCover(year: number): Drawing {
  const size = { width: 900, height: 383 }
  const element = box(
    {
      ...size,
      ...{ flexDirection: 'column', alignItems: 'center', justifyContent: 'center' },
      ...{ backgroundColor: '#9b1c1c', color: '#ffffff' },
    },
    words({ fontSize: 84, lineHeight: 1.3 }, String(year)),
    words({ fontSize: 44, lineHeight: 1.4 }, '政府信息公开'),
    words({ fontSize: 44, lineHeight: 1.4 }, '工作年度报告'),
  )
  return { ...size, element }
}
