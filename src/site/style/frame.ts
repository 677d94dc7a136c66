/** What surrounds every page. */
export const frame = `
.wide { width: 100%; max-width: 75rem; margin-inline: auto; padding-inline: 1rem }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 2; padding: .5rem 1rem; color: #fff; background: #000 }
.skip:focus { top: .5rem }
.masthead { color: #fff; background: var(--red); border-bottom: 4px solid #d9b36c }
.masthead .wide { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem 1rem; padding-block: .8rem }
.brand { flex: 1 0 auto; max-width: 100%; text-wrap: balance; color: #fff; font: 700 1.3rem/1.4 var(--song); text-decoration: none }
@media (max-width: 56em) { .brand { flex-basis: 100% } }
.brand:hover { text-decoration: underline }
.masthead :focus-visible { outline-color: #fff }
input, button { min-height: 2.6rem; border: 1px solid var(--muted); border-radius: 4px; font: inherit; line-height: 1.2 }
input { padding: .3rem .7rem; color: var(--ink); background: #fff }
button { padding: .3rem .9rem; color: #fff; background: var(--red); cursor: pointer }
.search { display: flex; flex: 1 1 min(16rem, 100%); min-width: 0; max-width: 28rem }
.search input { flex: 1; min-width: 0; border-color: #fff; border-radius: 4px 0 0 4px }
.search input::placeholder { color: #565d66; opacity: 1 }
.search button { border-color: #fff; border-radius: 0 4px 4px 0; background: var(--red-deep); white-space: nowrap }
.display { display: flex; gap: .5rem }
.display button { min-height: 2.2rem; padding: .2rem .7rem; border-color: #e9c9c6; background: none; font-size: .9rem }
.display button:hover, .search button:hover { text-decoration: underline }
.trail { padding-block: .7rem; font-size: .9rem }
.trail ol { padding: 0; list-style: none; color: var(--muted) }
.trail li { display: inline }
.trail li + li::before { content: '›'; margin: 0 .5rem; color: var(--muted) }
main { flex: 1; padding-block: 1rem 3rem }
.footer { padding-block: 1.5rem; color: var(--muted); background: var(--ground); border-top: 1px solid var(--line); font-size: .9rem }
.footer span, .footer a { display: inline-block; margin-right: 1.5rem }
.frame { position: relative; overflow-x: auto }
.frame:has(> .data) {
  background:
    linear-gradient(to right, var(--under, #fff) 30%, transparent) left / 2.5rem 100%,
    linear-gradient(to left, var(--under, #fff) 30%, transparent) right / 2.5rem 100%,
    linear-gradient(to right, #0004, transparent) left / .9rem 100%,
    linear-gradient(to left, #0004, transparent) right / .9rem 100%;
  background-attachment: local, local, scroll, scroll;
  background-repeat: no-repeat;
}
table { border-collapse: collapse }
.data { width: 100%; font-variant-numeric: tabular-nums }
.data caption { padding: .4rem 0; text-align: left; font-weight: 700 }
.data th, .data td { padding: .45rem .6rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top }
.data td { white-space: nowrap }
.data .breakable { white-space: normal }
.breakable span { display: inline-block; white-space: nowrap }
.data th[scope=row] { min-width: 7em }
.data th[scope=row], .data thead th:first-child { text-align: left; font-weight: 400 }
.data thead th { border-bottom: 2px solid var(--red); white-space: nowrap }
@media (max-width: 30em) {
  .data { font-size: .95rem }
  .data th, .data td { padding-inline: .3rem }
  .data th[scope=row] { min-width: 5em }
}
summary { padding: .3rem 0; color: var(--link); cursor: pointer; text-decoration: underline; text-underline-offset: .2em }
.pager, .neighbours { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1rem; margin-top: 1.5rem }
.neighbours a[rel=next] { margin-left: auto }
`
