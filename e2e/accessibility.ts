import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules whose answer depends on the theme; whatever is in a page is the same in both. */
const aboutColour = ['color-contrast', 'link-in-text-block']

/** No violation of WCAG 2.2 A and AA that axe can see, in the light and the dark theme. */
export async function expectAccessible(page: Page) {
  // A tip of what the pointer happens to rest on is not part of the page.
  await page.mouse.move(0, 0)
  await expect(page.getByRole('tooltip')).toBeHidden()
  await expectNone(page, 'light', (axe) => axe.withTags(standards))
  await expectNone(page, 'dark', (axe) => axe.withRules(aboutColour))
}

async function expectNone(page: Page, colorScheme: 'light' | 'dark', choose: (axe: AxeBuilder) => AxeBuilder) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  const { violations } = await choose(new AxeBuilder({ page })).analyze()
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join('; ')})`,
  )
  expect(found, `in the ${colorScheme} theme`).toEqual([])
}

/** Nothing wider than the screen, once what adapts to it has. */
export async function expectNoSidewaysScroll(page: Page) {
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(beyond, { message: 'pixels that are wider than the screen' }).toBeLessThanOrEqual(0)
}
