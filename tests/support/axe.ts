import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Holds what the page shows against WCAG 2.2 AA.
 * @returns what is serious or critical, as lines to read; none is as it should be
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const problems = await problemsNow(page)
  if (problems.length === 0) return problems
  // What has just appeared may be looked at before it is mended (src/admin/accessibility).
  await page.waitForTimeout(500)
  return problemsNow(page)
}

async function problemsNow(page: Page): Promise<string[]> {
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} (${help}) ${target.join(' ')}: ${failureSummary}`,
      ),
    )
}

/** What changes its colour or fades has too little contrast for a moment. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
