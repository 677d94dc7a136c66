/** Key figures and drawings. Kinds differ by pattern too: see charts/tones.tsx. */
export const charts = `
.key-figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 100%), 1fr)); gap: .8rem; margin-top: .8rem }
@media (max-width: 30em) {
  .key-figures > :first-child:nth-last-child(odd) { grid-column: 1 / -1 }
}
.key-figures > div { padding: .9rem 1rem; background: var(--ground); border: 1px solid var(--line); border-top: 3px solid var(--red); border-radius: 4px }
.key-figures dt { color: var(--muted); font-size: .95rem; line-height: 1.4 }
.key-figures strong { font: 700 2rem/1.3 var(--song); color: var(--red); font-variant-numeric: tabular-nums }
.key-figures .change { color: var(--muted); font-size: .85rem; line-height: 1.5 }
.plain-words { max-width: 46em; margin: 1.2rem 0 }
.pictures { display: grid; gap: 2rem; margin-top: 1.5rem }
.picture { min-width: 0 }
.picture figcaption p { color: var(--muted); font-size: .95rem }
.nothing { margin-top: .4rem; padding: .8rem 1rem; background: var(--ground); border-radius: 4px }
.drawing { display: block; width: 100%; height: auto; margin: .6rem 0; overflow: visible; font-family: var(--sans) }
.drawing text { fill: var(--ink) }
.drawing .value { font-weight: 700; font-variant-numeric: tabular-nums }
.drawing .on { font-weight: 700; paint-order: stroke; stroke: #fff; stroke-width: 4px; stroke-linejoin: round }
.drawing .track { fill: var(--ground) }
.drawing .bar { fill: #b4474a }
.drawing .now .bar { fill: var(--red) }
.drawing .now text { font-weight: 700 }
.drawing g:not(.now) > .bar { fill: #b4474a }
.drawing .ground { stroke: var(--muted); stroke-width: 1.5 }
.drawing .segment { stroke: #fff; stroke-width: 2 }
.tone--0 { fill: #9e1b1f }
.tone--1 { fill: #b8662a }
.tone--2 { fill: #2b5f8f }
.tone--3 { fill: #3f7f5f }
.tone--4 { fill: #6a5590 }
.tone--5 { fill: #6f757c }
.tone--6 { fill: #8a6d1d }
.hatch { fill: none; stroke: #fff; stroke-width: 1.6; opacity: .75 }
.hatch--full { fill: #fff; stroke: none }
.size--wide, .size--large { display: none }
.size--narrow { max-width: 26rem }
.size--large { max-width: 430px }
@media (min-width: 48em) {
  .size--wide { display: block; max-width: 42rem }
  .size--narrow { display: none }
}
@media (min-width: 72em) {
  .pictures { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 2.5rem 3rem }
  .picture:has(> details[open]) { grid-column: 1 / -1 }
}
`
