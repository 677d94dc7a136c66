import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const looks = 5
const pauseMs = 500

/**
 * Holds what the page shows against WCAG 2.2 AA. What is named or drawn a moment later, on a busy
 * machine, is no problem: only what stays is.
 * @returns what is serious or critical, as lines to read; none is as it should be
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  for (let look = 1; ; look += 1) {
    const problems = await problemsNow(page)
    if (problems.length === 0 || look === looks) return problems
    await page.waitForTimeout(pauseMs)
  }
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

/**
 * Holds the page against every rule there is, good practice included, with all that unfolds open.
 * @returns each violation, as lines to read
 */
export async function everyAccessibilityProblem(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  )
}

/** What fades has too little contrast for a moment; it may begin to after the page has been read. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const stillFrames = 10
    const ends = (animation: Animation) =>
      animation.effect?.getComputedTiming().endTime !== Infinity
    for (let still = 0; still < stillFrames; still += 1) {
      await new Promise(requestAnimationFrame)
      const moving = document.getAnimations().filter(ends)
      if (moving.length > 0) still = 0
      await Promise.allSettled(moving.map(({ finished }) => finished))
    }
  })
