/** Home, organ, search and problems. */
export const pages = `
main > section, .home > section, .report > section { margin-top: 2.5rem }
main h2 { margin-bottom: .8rem; padding-left: .7rem; border-left: 5px solid var(--red) }
.report > .correction { margin-top: 1rem }
.opening { padding: 1.2rem 0 .2rem }
.opening p { text-wrap: pretty; margin-top: .6rem; color: var(--muted) }
.report-list { padding: 0; list-style: none }
.report-list li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; padding: .7rem 0; border-bottom: 1px solid var(--line) }
.report-list a { font-weight: 600 }
.report-list .excerpt { flex-basis: 100%; margin-top: .2rem; font-size: .93rem; line-height: 1.65 }
mark { padding-inline: .1em; color: inherit; background: #ffe9a8; font-weight: 700 }
.report-list span { color: var(--muted); font-size: .9rem }
.organs { padding: 0; list-style: none }
.organs .organs { margin-left: .8rem; padding-left: 1rem; border-left: 2px solid var(--line) }
.organ { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem 1rem; padding: .55rem 0; border-bottom: 1px solid var(--line) }
.years { display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; list-style: none; margin-left: auto }
@media (max-width: 40em) { .years { flex-basis: 100%; margin-left: 0 } }
.years a { display: block; padding: .1rem .7rem; border: 1px solid var(--line); border-radius: 999px; background: var(--ground); text-decoration: none; font-variant-numeric: tabular-nums }
.years a:hover { border-color: var(--link); text-decoration: underline }
.more { display: inline-block; margin-top: 1rem; padding: .5rem 1.2rem; color: #fff; background: var(--red); border-radius: 4px; text-decoration: none }
.more:hover { text-decoration: underline }
.year-filter { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem; margin: 1rem 0 }
.problem { padding: 3rem 0; max-width: 40em }
.problem p { margin-top: 1rem }
`
