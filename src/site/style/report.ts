/** The page of a report. */
export const report = `
.head { padding: .8rem 0; text-align: center }
.head h1 span { display: block }
.head h1 { font-size: clamp(1.45rem, 1.1rem + 1.6vw, 2.1rem) }
.byline { margin-top: .6rem; color: var(--muted); font-size: .95rem }
.byline span { display: inline-block; margin: 0 .8rem }
.jump { display: flex; flex-wrap: wrap; justify-content: center; gap: .3rem 1.6rem; margin-top: .8rem; padding-block: .6rem; border-block: 1px solid var(--line) }
.jump + .correction { margin-top: 1.2rem }
.index { margin-top: .4rem; font-size: .9rem }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: 0 1.5rem; margin-top: .4rem; padding: .6rem 1rem; border: 1px solid var(--line); border-radius: 4px; background: var(--ground); text-align: left; font-size: .9rem }
.facts div { display: flex; gap: .8rem; padding: .25rem 0 }
.facts dt { flex: none; width: 5.2em; color: var(--muted) }
.facts .digest { grid-column: 1 / -1 }
.facts code { font-size: .85em; overflow-wrap: anywhere }
.correction { --under: #fff8e6; padding: 1rem 1.2rem; border: 1px solid #a15c00; border-left-width: 6px; border-radius: 4px; background: #fff8e6 }
.correction h2 { padding: 0; border: 0; font-size: 1.15rem }
.text-change { margin-top: 1rem }
del { color: #7d1216; background: #fbe4e2; text-decoration: line-through }
ins { color: #14532d; background: #e1f3e6; text-decoration: underline; text-underline-offset: .2em }
.reading { margin-top: 2.5rem }
.contents { padding: 1rem 1.2rem; background: var(--ground); border: 1px solid var(--line); border-radius: 4px; font-size: .95rem }
.contents h2 { font-size: 1.1rem }
.contents ol { padding: 0; list-style: none }
.contents li { padding: .2rem 0 }
.contents ol ol { display: none; margin-left: 1em; font-size: .93em }
.contents a { text-decoration: none }
.contents a:hover { text-decoration: underline }
.document { max-width: 46rem; margin-top: 1.5rem; font-size: 1.06rem; line-height: 1.95 }
.document section { margin-top: 2rem }
.document section section { margin-top: 1.2rem }
.document h2 { font-size: 1.3rem }
.document h3 { margin: .4rem 0; font-size: 1.1rem }
.document p { text-indent: 2em; margin-bottom: .5rem }
.document .slide-hint { display: none }
.document table p, .document li p { text-indent: 0; margin: 0 }
.document img { max-width: 100%; height: auto }
.document p:has(> img) { text-indent: 0; text-align: center }
.document ol, .document ul { padding-left: 2em }
.narrative table { width: 100%; margin: .5rem 0 }
.narrative th, .narrative td, .statutory th, .statutory td { padding: .35rem .4rem; border: 1px solid var(--muted); font-weight: 400 }
.statutory { margin: .8rem 0 }
.statutory table { width: 100%; font-size: .86rem; line-height: 1.5; text-align: center; font-variant-numeric: tabular-nums }
.statutory caption { padding-bottom: .4rem; font-weight: 700; font-size: 1rem; text-align: center }
.statutory th { background: var(--ground) }
.statutory th[scope=row] { text-align: left }
.statutory th[scope=rowgroup] { background: var(--tint); font-weight: 700 }
.statutory td { min-width: 3em; white-space: nowrap }
.signature { margin-top: 2.5rem; text-align: right }
.signature p { text-indent: 0 }
.downloads h3 { margin-top: 1rem }
.downloads ul { padding-left: 1.2em }
.download-list { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); gap: .1rem 1.5rem }
.download-list + .download-list { margin-top: .3rem }
@media (max-width: 47.99em) {
  .document .slide-hint { display: block; margin: .8rem 0 0; color: var(--muted); font-size: .88rem; text-indent: 0 }
  .statutory table { font-size: .95rem }
  .statutory caption { text-align: left }
  .statutory--applications table { min-width: 43rem }
  .statutory--disputes table { min-width: 52rem }
  /* Heads over several rows stand upright, and the head of a row stays when its numbers slide. */
  .statutory--applications tbody th[rowspan] { width: 2.2em; padding-inline: 0; writing-mode: vertical-rl; text-align: center; vertical-align: middle }
  .statutory--applications tbody th:not([rowspan]) { position: sticky; left: -1px; z-index: 1; width: 9.5em; min-width: 9.5em; box-shadow: inset -1px 0 var(--muted), 1px 0 var(--muted) }
}
@media (min-width: 64em) {
  .reading { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 2.5rem; align-items: start }
  .contents { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto }
  .contents ol ol { display: block }
  .document { max-width: 50rem; margin-top: 0 }
  .document > section:first-of-type { margin-top: 1rem }
}
`
