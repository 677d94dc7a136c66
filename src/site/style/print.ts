/** On paper the report looks like the official document (GB/T 9704); the pictures follow it. */
const title =
  "'FZXiaoBiaoSong-B05S', '方正小标宋简体', '方正小标宋_GBK', 'STZhongsong', 'Source Han Serif SC', 'Noto Serif CJK SC', 'SimSun', serif"
const body =
  "'FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'STFangsong', 'Source Han Serif SC', 'Noto Serif CJK SC', serif"
const heading = "'SimHei', '黑体', 'STHeiti', 'Source Han Sans SC', 'Noto Sans CJK SC', sans-serif"
const subheading = `'KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'STKaiti', ${body}`

export const print = `
@page {
  size: A4;
  margin: 37mm 26mm 35mm 28mm;
  @bottom-center { content: '— ' counter(page) ' —'; font: 14pt SimSun, serif }
}
@media print {
  :root { --ink: #000; --muted: #222; --ground: #fff; --line: #999; --tint: #fff }
  html { font: 16pt/29pt ${body} }
  .masthead, .footer, .trail, .skip, .contents, .neighbours, .downloads, .jump, .byline, .index, .slide-hint, .search, .year-filter, .pager, summary, .more { display: none !important }
  body { display: block }
  main, .wide { max-width: none; padding: 0 }
  main > section, .home > section, .report > section { margin-top: 12pt }
  .head { padding: 0 0 29pt }
  .head h1 { font: 700 22pt/33pt ${title} }
  .report { display: flex; flex-direction: column }
  .report > .overview, .report > .last-year { order: 1 }
  .report > .overview { break-before: page }
  .report > .overview > h2::before { content: '附：' } /* no part of what was signed */
  .reading { display: block; margin: 0 }
  .document { max-width: none; margin: 0; font-size: 16pt; line-height: 29pt }
  .document section, .document section section { margin: 0 }
  .document p { margin: 0 }
  .document h2 { margin: 0; padding: 0; border: 0; font: 400 16pt/29pt ${heading}; text-indent: 2em; break-after: avoid }
  .document h3 { margin: 0; font: 400 16pt/29pt ${subheading}; text-indent: 2em; break-after: avoid }
  .frame { overflow: visible; background: none !important }
  .statutory { break-inside: avoid }
  .statutory table { min-width: 0 !important; font-size: 9pt; line-height: 1.35 }
  .statutory th, .statutory td { padding: 2pt; border: .75pt solid #000; background: none; min-width: 0 }
  .statutory--applications td { min-width: 2.5em }
  .statutory caption { font: 400 12pt/1.5 ${heading} }
  .statutory th[scope=rowgroup] { font-weight: 400 }
  .data { font-size: 10.5pt; line-height: 1.5 }
  .data th, .data td { padding: 2pt 4pt }
  .overview, .last-year, .totals { font-size: 12pt; line-height: 1.6 }
  main h2 { font: 700 16pt/1.5 ${heading}; break-after: avoid }
  h3 { font: 700 13pt/1.5 ${heading} }
  .key-figures { grid-template-columns: repeat(auto-fit, minmax(34mm, 1fr)); gap: 3mm }
  .key-figures > div { padding: 2mm 3mm }
  .key-figures dt, .key-figures .change, .picture figcaption p, .note { font-size: 10.5pt; line-height: 1.5 }
  .key-figures strong { font-size: 18pt; color: #000 }
  .pictures { display: block }
  figcaption { break-after: avoid }
  .picture { margin-top: 14pt }
  .size--wide { display: block; max-width: none }
  .size--narrow, .size--large { display: none }
  .drawing, figcaption, .key-figures > div, tr, .signature { break-inside: avoid }
  a { color: inherit; text-decoration: none }
  .last-year { break-inside: avoid }
  .document ol, .document ul { padding-left: 3em }
  .report > .correction { margin-bottom: 14pt; background: none; border: 1pt solid #000 }
}
`
