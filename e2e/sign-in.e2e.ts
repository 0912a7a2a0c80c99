import type { Gatehouse } from '@gatehouse/bff'
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { expect, test } from './fixtures.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const signInButton = (page: Page) => page.getByRole('button', { name: 'Sign in' })

async function fillIn(page: Page, name: string, password: string) {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await signInButton(page).click()
}

/** As if everybody had been away for too long. */
const endAllSessions = ({ services }: Gatehouse) => services.store.db.deleteFrom('sessions').execute()

test('sign in and out', async ({ page, gatehouse }) => {
  await page.goto('/sign-in')
  await fillIn(page, 'viewer', gatehouse.demoPassword ?? '')
  await expect(heading(page, 'Overview')).toBeVisible()
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(heading(page, 'Sign in')).toBeVisible()

  await page.goto('/desktop-pools')
  await expect(heading(page, 'Sign in')).toBeVisible()
})

test('a wrong password is said beside the button, and nobody is signed in', async ({ page, gatehouse }) => {
  await page.goto('/sign-in')
  await fillIn(page, 'viewer', `not ${gatehouse.demoPassword}`)
  await expect(page.locator('form').getByRole('alert')).toHaveText(/The name or the password is wrong\./)

  // a name that does not exist is not told apart
  await fillIn(page, 'nobody', 'whatever')
  await expect(page.locator('form').getByRole('alert')).toHaveText(/The name or the password is wrong\./)
  await page.goto('/')
  await expect(heading(page, 'Sign in')).toBeVisible()
})

test('after many failures even the right password has to wait, and then it works', async ({ page, gatehouse }) => {
  await page.goto('/sign-in')
  const alert = page.locator('form').getByRole('alert')
  await expect(async () => {
    await fillIn(page, 'operator', 'guessed')
    await expect(alert).toContainText(/Too many attempts failed\. Try again in \d+ seconds?\./, { timeout: 500 })
  }).toPass()

  await expect(async () => {
    await fillIn(page, 'operator', gatehouse.demoPassword ?? '')
    await expect(signInButton(page).or(alert).first()).toBeHidden({ timeout: 2_000 })
  }).toPass()
  await expect(heading(page, 'Overview')).toBeVisible()
})

test('on a sandbox of our own the demo accounts are offered, and fill in their names', async ({ page }) => {
  await page.goto('/sign-in')
  const offered = page.getByRole('region', { name: 'Demo accounts' }).getByRole('button')
  await expect(offered).toHaveText([/^viewer/, /^operator/, /^approver/, /^admin/])
  await offered.filter({ hasText: 'approver' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('approver')
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
})

test('who was on the way somewhere gets there after signing in', async ({ page, gatehouse }) => {
  await page.goto('/activity?status=failed')
  await expect(heading(page, 'Sign in')).toBeVisible()
  await fillIn(page, 'viewer', gatehouse.demoPassword ?? '')
  await expect(heading(page, 'Activity')).toBeVisible()
  await expect(page).toHaveURL('/activity?status=failed')
})

for (const next of ['https://example.com/', '//example.com/', '/\\example.com', 'javascript:alert(1)']) {
  test(`an address elsewhere is not followed after signing in: ${next}`, async ({ page, gatehouse }) => {
    await page.goto(`/sign-in?${new URLSearchParams({ next })}`)
    await fillIn(page, 'viewer', gatehouse.demoPassword ?? '')
    await expect(heading(page, 'Overview')).toBeVisible()
    await expect(page).toHaveURL(`${gatehouse.url}/`)
  })
}

test('a session that ended leads to the sign-in page, and back to where one was', async ({
  page,
  gatehouse,
  signIn,
}) => {
  await signIn('viewer')
  await page.goto('/activity?status=failed')
  await expect(heading(page, 'Activity')).toBeVisible()
  await endAllSessions(gatehouse)

  // the stream notices without any click
  await expect(heading(page, 'Sign in')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Your session has ended.')).toBeVisible()
  await fillIn(page, 'viewer', gatehouse.demoPassword ?? '')
  await expect(heading(page, 'Activity')).toBeVisible()
  await expect(page).toHaveURL(/\/activity\?status=failed$/)
})

test('pages may run our own scripts and nothing else, and scripts do not see the cookie', async ({
  page,
  gatehouse,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text())
  })
  const reply = await page.goto('/sign-in')
  const policy = (await reply?.headerValue('content-security-policy')) ?? ''
  for (const directive of [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ]) {
    expect(policy.split(/;\s*/)).toContain(directive)
  }
  expect(policy).not.toMatch(/unsafe|\*/)

  await fillIn(page, 'viewer', gatehouse.demoPassword ?? '')
  await expect(heading(page, 'Overview')).toBeVisible()
  const cookies = await page.context().cookies(gatehouse.url)
  expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
    { httpOnly: true, sameSite: 'Lax' },
  ])
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(complaints).toEqual([])
})

test('the sign-in page is accessible in both themes and fits a phone', async ({ page }) => {
  await page.goto('/sign-in')
  await fillIn(page, 'viewer', 'wrong')
  await expect(page.locator('form').getByRole('alert')).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
})
