import { describe, expect, it } from '@jest/globals'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { ChannelPicture } from '../../../src/site/pictures/YearPictures.tsx'
import { reportJson } from '../../../src/publication/reportJson.ts'
import { publicationOf, reportContent } from '../../support/publications.ts'

function drawn(explained: { rule: string; reason: string }[]): string {
  const content = reportContent({ total: 214 })
  content.reconciliation.acknowledged = explained.map(({ rule, reason }) => ({
    ...{ rule, cells: [], expected: 214, actual: 242 },
    message: '通过“柳河发布”微信公众号公开 242 条，超过主动公开总数 214 条',
    acknowledged: { at: '2022-01-20T02:00:00.000Z', reason },
  }))
  const report = reportJson(publicationOf(content), 'https://gov.example')
  return renderToStaticMarkup(createElement(ChannelPicture, { content: report }))
}

describe('the picture of the channels', () => {
  it('says that an item may count in several', () => {
    expect(drawn([{ rule: 'nil.declared', reason: '都为零' }])).toContain('可以多于总数')
  })

  it('gives the reason of the report where one has more than the total, and no other', () => {
    const picture = drawn([{ rule: 'channels.within', reason: '含转载的信息。' }])
    expect(picture).toContain('超过主动公开总数 214 条。说明：含转载的信息。</p>')
    expect(picture).not.toContain('可以多于总数')
  })
})
