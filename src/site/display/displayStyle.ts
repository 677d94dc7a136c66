import type { Display } from './display.ts'

const hide = (...names: string[]) => `${names.map((name) => `.${name}`).join(',')}{display:none}`

const typeStyle: Record<Display['type'], string> = {
  usual: hide('when-large-type'),
  large: `@media screen {
  :root { font-size: 150% }
  .size--wide, .size--narrow { display: none }
  .size--large { display: block }
}
@media screen and (min-width: 72em) {
  .pictures { grid-template-columns: none }
  .size--wide { display: block; max-width: 40rem }
  .size--large { display: none }
}
${hide('when-usual-type')}`,
}

const contrastStyle: Record<Display['contrast'], string> = {
  usual: hide('when-high-contrast'),
  high: `:root{--ink:#000;--muted:#1f1f1f;--line:#000;--ground:#fff;--red:#8a0009;--red-deep:#5c0006;--link:#00268a;--tint:#fff}
${hide('when-usual-contrast')}`,
}

/** A small style sheet on top of the site's. */
export const displayStyle = ({ type, contrast }: Display): string =>
  `${typeStyle[type]}\n${contrastStyle[contrast]}\n`
