/** Of the page that describes the API: readable on a phone, on paper and in the dark. */
export const docsStyle = `
:root { color-scheme: light dark; --line: #d5dae2; --soft: #f3f5f8; --dim: #566072; --accent: #0b57a4; --ink: #1c2430; --paper: #fff }
@media (prefers-color-scheme: dark) { :root { --line: #3a4352; --soft: #1f2631; --dim: #a8b3c4; --accent: #7db8ff; --ink: #e6eaf0; --paper: #141920 } }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: var(--ink); background: var(--paper) }
a { color: var(--accent) }
p { overflow-wrap: anywhere }
.page { display: grid; grid-template-columns: 18rem minmax(0, 1fr); max-width: 80rem; margin: 0 auto }
nav { position: sticky; top: 0; max-height: 100vh; overflow: auto; padding: 1.5rem 1rem; border-right: 1px solid var(--line); font-size: 14px }
nav h2 { margin: 1rem 0 .25rem; font-size: 14px; color: var(--dim) }
nav ul { margin: 0; padding: 0; list-style: none }
nav a { display: block; padding: .15rem .25rem; text-decoration: none }
nav a:hover, nav a:focus { text-decoration: underline }
main { padding: 1.5rem 2rem 4rem; min-width: 0 }
h1 { font-size: 1.6rem; line-height: 1.4 }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line) }
article { margin: 2rem 0; padding-bottom: 1rem }
h3 { margin-bottom: .25rem }
code, pre { font-family: ui-monospace, Consolas, monospace; font-size: 14px }
.address { display: flex; gap: .75rem; align-items: baseline; padding: .5rem .75rem; background: var(--soft); border: 1px solid var(--line); overflow-wrap: anywhere }
.method { font-weight: 700; color: var(--accent) }
pre { padding: .75rem; overflow-x: auto; background: var(--soft); border: 1px solid var(--line) }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: 14px }
caption { text-align: left; font-weight: 700; padding: .75rem 0 .25rem }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border: 1px solid var(--line) }
th { background: var(--soft); font-weight: 600 }
td:first-child { white-space: nowrap }
.dim { color: var(--dim) }
@media (max-width: 48rem) { .page { display: block } nav { position: static; max-height: none; border: 0; border-bottom: 1px solid var(--line) } main { padding: 1rem } }
@media print { nav { display: none } .page { display: block } article { break-inside: avoid } }
`
