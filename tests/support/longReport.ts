import { createHash } from 'node:crypto'
import { formatOf } from '../../src/formats/index.ts'
import type { PublishedImage } from '../../src/publication/images.ts'
import type { Publication } from '../../src/publication/types.ts'
import { balancedTables, variedLeaf } from './balancedTables.ts'
import { picture } from './pictures.ts'
import { publicationOf, reportContent, section } from './publications.ts'

const sentence =
  '本机关认真贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，围绕群众关切主动公开政府信息，不断提升公开的质量和实效。'
const paragraphs = (count: number) => `<p>${sentence.repeat(2)}</p>`.repeat(count)

const richText = (image: string) =>
  [
    `<p>全年<strong>主动公开</strong>政府信息<u>120</u>条，详见<a href="https://www.example.gov.cn/gk?a=1&amp;b=2">政府信息公开专栏</a>。<br>另起一行。</p>`,
    '<h4>重点领域</h4><ol><li>财政预决算</li><li>重大建设项目<ul><li>批准信息</li><li>实施信息</li></ul></li>',
    '<li>社会公益事业</li></ol><ol><li>另一列表从一数起</li></ol>',
    '<table><tbody><tr><th rowspan="2"><p>事项</p></th><th colspan="2"><p>件数</p></th></tr>',
    '<tr><th><p>上年</p></th><th><p>本年</p></th></tr>',
    '<tr><td><p>公文</p></td><td><p>11</p></td><td><p>12</p></td></tr>',
    '<tr><td><p>政策解读</p></td><td><p>5</p></td><td><p><br></p></td></tr></tbody></table>',
    `<p><img src="images/${image}" alt="政务公开专区" width="900" height="500"></p>`,
    paragraphs(1),
  ].join('')

export interface LongReport {
  publication: Publication
  /** The bytes of its picture. */
  files: Map<string, Buffer>
}

/** A corrected report of some ten pages, with something of everything that a text can have. */
export async function longReport(format: string): Promise<LongReport> {
  const data = await picture({ width: 900, height: 500 })
  const name = `${createHash('sha256').update(data).digest('hex')}.png`
  const image: PublishedImage = { name, alt: '政务公开专区', width: 900, height: 500 }
  const content = reportContent({
    name: '示例市柳河区人民政府政务服务管理办公室',
    format,
    year: format === '2019' ? 2020 : 2024,
    tables: balancedTables(formatOf(format), variedLeaf(9)),
    overview: paragraphs(1),
    children: [
      section('overview.1', '（一）主动公开情况', richText(name)),
      section('overview.2', '（二）依申请公开情况', paragraphs(3)),
      section('overview.3', '（三）政府信息管理情况', paragraphs(2)),
    ],
  })
  const publication = publicationOf(
    { ...content, images: [image] },
    { revision: 2, correctionReason: '更正行政事业性收费金额' },
  )
  return { publication, files: new Map([[name, data]]) }
}
