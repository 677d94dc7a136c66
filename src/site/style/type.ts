/** Colours and letters. The fonts are those that the reader's system has; none is fetched. */
export const type = `
:root {
  --ink: #1f2329;
  --muted: #565d66;
  --line: #dcdfe4;
  --ground: #f7f5f1;
  --paper: #fff;
  --tint: #f6ecea;
  --red: #9e1b1f;
  --red-deep: #7d1216;
  --link: #1a4f8b;
  --sans: 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei', 'Source Han Sans SC', 'Noto Sans CJK SC', sans-serif;
  --song: 'Songti SC', 'STZhongsong', 'Source Han Serif SC', 'Noto Serif CJK SC', 'SimSun', serif;
  color-scheme: light;
}
* { box-sizing: border-box }
html { color: var(--ink); background: var(--paper); font: 106.25%/1.75 var(--sans); text-size-adjust: 100%; -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
body { display: flex; flex-direction: column; min-height: 100vh; margin: 0; overflow-wrap: anywhere }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0 }
h1, h2 { font-family: var(--song); line-height: 1.4 }
h1 { font-size: 1.75rem; text-wrap: balance }
h2 { font-size: 1.35rem }
h3 { font-size: 1.05rem; line-height: 1.5 }
a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: .06em }
a:hover { text-decoration-thickness: .14em }
:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; border-radius: 2px }
main:focus { outline: none }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.note, .none, .region { color: var(--muted); font-size: .9rem }
@media (prefers-contrast: more) { :root { --muted: #1f1f1f; --line: #000; --red: #8a0009; --link: #00268a; --tint: #fff; --ground: #fff } }
@media (forced-colors: active) { .drawing { forced-color-adjust: none; background: #fff } }
`
