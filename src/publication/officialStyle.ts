/**
 * The look of an official document (GB/T 9704): its type, its margins on A4, its page numbers. The
 * fonts are those of government offices, with what other systems have in their place; none is
 * fetched.
 */
const title =
  "'FZXiaoBiaoSong-B05S', '方正小标宋简体', '方正小标宋_GBK', 'STZhongsong', 'Source Han Serif SC', 'Noto Serif CJK SC', 'SimSun', serif"
const body =
  "'FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'STFangsong', 'Source Han Serif SC', 'Noto Serif CJK SC', serif"
const heading =
  "'SimHei', '黑体', 'STHeiti', 'Source Han Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"
const subheading = "'KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'STKaiti', " + body

const screen = `
* { box-sizing: border-box }
html { color: #000; background: #e8e8e8; font: 125%/1.75 ${body} }
body { margin: 0 }
main { max-width: 210mm; margin: 1rem auto; padding: 20mm 24mm; background: #fff; overflow-wrap: anywhere }
h1 { margin: 0 0 2rem; font: 700 1.4rem/1.5 ${title}; text-align: center; text-wrap: balance }
h1 span { display: block }
h2, h3, h4, h5, p { margin: 0 }
h2, h3, h4, h5, p, li { text-indent: 2em }
h2 { font: 400 1rem/1.75 ${heading} }
h3 { font: 400 1rem/1.75 ${subheading} }
h4, h5 { font: 700 1rem/1.75 ${body} }
ol, ul { margin: 0; padding-left: 2em }
li { text-indent: 0 }
a { color: inherit }
img { max-width: 100%; height: auto }
p:has(> img) { margin: .75rem 0; text-indent: 0; text-align: center }
.table { margin: .75rem 0; overflow-x: auto }
.table:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px }
table { width: 100%; border-collapse: collapse; font-size: .7rem; line-height: 1.35; text-align: center }
caption { padding-bottom: .25rem; font-family: ${heading} }
th, td { padding: .25em; border: 1px solid #000; font-weight: 400; overflow-wrap: normal }
.table--applications td { min-width: 2.5em }
th[scope=row], td p { text-align: left }
table p { text-indent: 0 }
section > table { margin: .75rem 0 }
.table--disputes th { text-align: center }
.blank { color: #6b3d00; background: #ffe9b8; outline: 1px dashed #8a5a00; white-space: nowrap }
.missing { color: #6b3d00 }
.notice { margin: 0 0 1.5rem; padding: .4rem .8rem; border: 2px solid #9b1c1c; font-size: .8rem; line-height: 1.6; text-indent: 0 }
.notice a { margin-left: .5em }
.signature { margin-top: 3rem; text-align: right }
.signature p { padding-right: 2em; text-indent: 0 }
.draft { position: sticky; top: 0; z-index: 1; margin: 0; padding: .2rem 1rem; color: #fff; background: #9b1c1c; font: 700 .8rem/1.75 ${heading}; text-align: center; text-indent: 0 }
.watermark { position: fixed; inset: 0; display: grid; place-items: center; color: rgb(155 28 28 / .1); font: 700 5rem/1 ${heading}; pointer-events: none }
.watermark::before { content: '草稿'; rotate: -30deg; letter-spacing: .5em }
@media (max-width: 48rem) {
  html { font-size: 106.25% }
  main { margin: 0; padding: 1.5rem 1rem }
  h1 { font-size: 1.3rem }
  table { font-size: .8rem }
  .table--applications table { min-width: 42rem }
  .table--disputes table { min-width: 32rem }
}
`

const print = `
@page {
  size: A4;
  margin: 37mm 26mm 35mm 28mm;
  @bottom-center { content: '— ' counter(page) ' —'; font: 14pt SimSun, serif }
}
@media print {
  html { background: none; font-size: 16pt; line-height: 29pt }
  main { max-width: none; margin: 0; padding: 0 }
  section > p { text-align: justify }
  h1 { font-size: 22pt; line-height: 33pt }
  h2, h3, h4, h5 { line-height: 29pt; break-after: avoid }
  .table { margin: 8pt 0; overflow: visible }
  .table table { min-width: 0; font-size: 9pt }
  caption { font-size: 12pt }
  tr, .signature { break-inside: avoid }
  .draft { position: static; color: #9b1c1c; background: none; border: 1.5pt solid #9b1c1c }
}
`

export const officialStyle = screen + print
