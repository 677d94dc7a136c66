import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readReport } from './src/importing/readReport.ts'
import { yingqiu2020 } from './src/sample/yingqiu2020.ts'
import { importedContent } from './tests/support/importedContent.ts'
import { renderArticle } from './src/wechat/article.ts'
import { checkArticle } from './src/wechat/checkArticle.ts'
import { articlePage } from './src/wechat/articlePage.ts'
import { chartsOf, publishedChart } from './src/publication/charts/chartsOf.ts'
import { cellsOf } from './src/publication/publishedCells.ts'
const dir = '/work/shared/samples/'
const all: any[] = [['yingqiu-ours', importedContent(yingqiu2020)]]
for (const f of readdirSync(dir)) if (/\.(txt|html)$/.test(f)) all.push([f, importedContent(readReport({ name: f, data: readFileSync(dir + f) }))])
for (const [f, content] of all) for (const form of ['grid', 'phone'] as const) {
  const charts = (await chartsOf({ ...content, read: cellsOf(content) }))
  const data = new Map(charts.map((c) => [c.name, c.data]))
  const up = (n: string) => 'https://mmbiz.qpic.cn/' + n
  const a = renderArticle({ content, charts: charts.map(publishedChart) }, { baseUrl: 'https://e.cn', form, uploaded: up })
  console.log(f, form, a.articles.map((x) => x.content.length).join(','), a.title, a.warnings.map((w) => w.message), checkArticle(a))
  let html = `<!doctype html><meta charset=utf-8><meta name=viewport content="width=device-width"><body style="margin:0;padding:0 16px">` + a.articles.map((x) => x.content).join('<hr>')
  html = html.replace(/https:\/\/mmbiz.qpic.cn\/([0-9a-f]+\.png)/g, (_, n) => 'data:image/png;base64,' + data.get(n)!.toString('base64'))
  writeFileSync(`/tmp/r/out-${f}-${form}.html`, html)
}
