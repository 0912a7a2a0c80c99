import { readFile } from 'node:fs/promises'
import type { Gatehouse } from '@gatehouse/bff'
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { expect, test } from './fixtures.ts'

test.beforeEach(async ({ signIn }) => signIn('viewer'))

const control = (gatehouse: Gatehouse) => gatehouse.sandbox!.control // these tests always run on the sandbox

const createWorkRequest = (gatehouse: Gatehouse, lines: number) =>
  control(gatehouse).createWorkRequest({ service: 'desktops', operationType: 'UPDATE_DESKTOP_POOL', lines })

async function open(page: Page, id: string, query = '') {
  await page.goto(`/work-requests/frankfurt/desktops/${id}${query}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Update desktop pool' })).toBeVisible()
}

const log = (page: Page) => page.getByRole('log')
const mood = (page: Page, word: string) => page.getByRole('toolbar', { name: 'Log' }).getByText(word, { exact: true })

/** The numbers of the lines that are drawn. */
const drawnNumbers = (page: Page) =>
  log(page)
    .getByRole('link', { name: /^Link to line/ })
    .evaluateAll((links) => links.map((link) => Number(link.textContent)))

test('a log is filled from its beginning, goes on live, and ends', async ({ page, gatehouse }) => {
  const work = await createWorkRequest(gatehouse, 12)
  await open(page, work.id)
  await expect(log(page).getByRole('link', { name: 'Link to line 1', exact: true })).toBeVisible()
  await expect(log(page).getByRole('link', { name: 'Link to line 12', exact: true })).toBeVisible()
  await expect(mood(page, 'Live')).toBeVisible()

  await control(gatehouse).addLogLines(work.id, ['the thirteenth line'])
  await expect(log(page).getByText('the thirteenth line')).toBeVisible()

  await control(gatehouse).finishWorkRequest(work.id, 'SUCCEEDED')
  await expect(mood(page, 'Ended')).toBeVisible()
  await expect(page.getByRole('main').getByText('Succeeded', { exact: true })).toBeVisible()
})

test('scrolling up pauses, what comes meanwhile is counted, and one press leads back to the end', async ({
  page,
  gatehouse,
}) => {
  const work = await createWorkRequest(gatehouse, 200)
  await open(page, work.id)
  await expect(log(page).getByText('200', { exact: true })).toBeVisible()

  await log(page).hover()
  await page.mouse.wheel(0, -1500)
  await expect(mood(page, 'Paused')).toBeVisible()
  const before = await drawnNumbers(page)

  await control(gatehouse).addLogLines(work.id, ['one more', 'and another'])
  await expect(page.getByRole('button', { name: '2 new lines' })).toBeVisible()
  expect(await drawnNumbers(page)).toEqual(before)

  await page.getByRole('button', { name: '2 new lines' }).click()
  await expect(log(page).getByText('and another')).toBeVisible()
  await expect(mood(page, 'Live')).toBeVisible()
})

test('errors stand among the lines, and a key leads to the next of them', async ({ page, gatehouse }) => {
  const work = await createWorkRequest(gatehouse, 60)
  await control(gatehouse).addErrors(work.id, [
    { code: 'OutOfCapacity', message: 'No capacity is left in this domain' },
  ])
  await control(gatehouse).addLogLines(
    work.id,
    Array.from({ length: 80 }, (_, index) => `after the error ${index + 1}`),
  )
  await open(page, work.id)
  await expect(page.getByRole('button', { name: '1 error' })).toBeVisible()

  await log(page).focus()
  await page.keyboard.press('e')
  await expect(log(page).getByText('No capacity is left in this domain')).toBeInViewport()
  await expect(log(page).getByText('OutOfCapacity')).toBeVisible()
})

test('a search counts its matches, steps through them, and can hide the rest', async ({ page, gatehouse }) => {
  const work = await createWorkRequest(gatehouse, 5)
  await control(gatehouse).addLogLines(work.id, ['needle one', 'hay', 'needle two', 'hay', 'NEEDLE three'])
  await open(page, work.id)
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('needle')
  const toolbar = page.getByRole('toolbar', { name: 'Log' })
  await expect(toolbar.getByText('of 3')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(toolbar.getByText('1 of 3')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(toolbar.getByText('2 of 3')).toBeVisible()

  await page.getByRole('button', { name: 'Show matching lines only' }).click()
  await expect(log(page).getByText('hay')).toHaveCount(0)
  await expect.poll(() => drawnNumbers(page)).toHaveLength(3)
})

test('a link to a line survives a reload and opens there, paused', async ({ page, gatehouse }) => {
  const work = await createWorkRequest(gatehouse, 300)
  await open(page, work.id)
  await log(page).hover()
  await page.mouse.wheel(0, -3000)
  const [number = 0] = (await drawnNumbers(page)).slice(10)
  await log(page)
    .getByRole('link', { name: `Link to line ${number}`, exact: true })
    .click()
  await expect(page).toHaveURL(/\?line=\d+$/)

  await page.reload()
  await expect(log(page).getByRole('link', { name: `Link to line ${number}`, exact: true })).toBeInViewport()
  await expect(mood(page, 'Paused')).toBeVisible()
})

test('a stream that breaks goes on without a gap and without a line twice', async ({ page, gatehouse }) => {
  const work = await createWorkRequest(gatehouse, 10)
  await open(page, work.id)
  await expect(mood(page, 'Live')).toBeVisible()

  for (let round = 1; round <= 3; round++) {
    await control(gatehouse).addLogLines(work.id, [`before break ${round}`])
    gatehouse.app.server.closeAllConnections()
    await control(gatehouse).addLogLines(work.id, [`during break ${round}`, `during break ${round}, again`])
    await expect(log(page).getByText(`during break ${round}, again`)).toBeVisible()
  }
  await expect(mood(page, 'Live')).toBeVisible()
  expect(await drawnNumbers(page)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1))
  await expect(log(page).getByText(/are missing|is missing/)).toHaveCount(0)
})

test('text from OCI stays text, whatever it holds', async ({ page, gatehouse }) => {
  const work = await createWorkRequest(gatehouse, 1)
  await control(gatehouse).addLogLines(work.id, [
    '<img src=x onerror="document.title=1">',
    'red \u001b[31malert\u001b[0m \u202eevil',
  ])
  await open(page, work.id)
  await expect(log(page).getByText('<img src=x onerror="document.title=1">')).toBeVisible()
  await expect(log(page).getByText('⟦U+202E⟧evil')).toBeVisible()
  await expect(log(page).locator('img')).toHaveCount(0)
})

test('twenty thousand lines are drawn a screenful at a time', async ({ page, gatehouse }) => {
  const work = await createWorkRequest(gatehouse, 20_000)
  await open(page, work.id)
  await expect(log(page).getByText('20000', { exact: true })).toBeVisible({ timeout: 30_000 })
  expect((await drawnNumbers(page)).length).toBeLessThan(200)
  await log(page).press('Home')
  await expect(log(page).getByRole('link', { name: 'Link to line 1', exact: true })).toBeInViewport()
})

test('the log is downloaded as text, oldest line first', async ({ page, gatehouse }) => {
  const work = await createWorkRequest(gatehouse, 3)
  await control(gatehouse).addLogLines(work.id, ['the last line'])
  await open(page, work.id)
  await expect(log(page).getByText('the last line')).toBeVisible()
  await page.getByRole('button', { name: 'Download log' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'As text' }).click()
  const text = await readFile(await (await downloading).path(), 'utf8')
  const lines = text.trimEnd().split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[3]).toContain('the last line')
})

test('a work request is canceled, and what was done so far stays done', async ({ page, gatehouse, signIn }) => {
  const work = await createWorkRequest(gatehouse, 3)
  await signIn('operator')
  await open(page, work.id)
  await page.getByRole('button', { name: 'Cancel work request' }).click()
  const asking = page.getByRole('dialog', { name: 'Cancel “Update desktop pool”?' })
  await expect(asking).toContainText('Completed steps are not undone.')
  await expect(asking.getByRole('button', { name: 'Keep running' })).toBeVisible()
  await asking.getByRole('button', { name: 'Cancel 1 work request' }).click()

  const results = page.getByRole('dialog', { name: 'Cancel “Update desktop pool”', exact: true })
  await expect(results).toContainText(/Accepted by OCI\.|Done\./)
  await expect(results).toContainText('Done.')
  await results.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('main').getByText('Canceled', { exact: true })).toBeVisible()
  const cancel = page.getByRole('button', { name: 'Cancel work request' })
  await expect(cancel).toHaveAccessibleDescription(/cannot be canceled/)
})

test('work that cannot be canceled says why', async ({ page, gatehouse, signIn }) => {
  const cancel = page.getByRole('button', { name: 'Cancel work request' })
  const desktops = await createWorkRequest(gatehouse, 1)
  await open(page, desktops.id)
  await expect(cancel).toHaveAccessibleDescription('Your role (viewer) cannot start and stop desktops.')

  const work = await control(gatehouse).createWorkRequest({ service: 'delegate-access-control' })
  await signIn('operator')
  await page.goto(`/work-requests/frankfurt/delegate-access-control/${work.id}`)
  await expect(cancel).toHaveAttribute('aria-disabled', 'true')
  await expect(cancel).toHaveAccessibleDescription('Work requests of Delegate Access Control cannot be canceled.')
})

test('both services stand in one list, and its filters stand in the address', async ({ page }) => {
  await page.goto('/work-requests?state=FAILED')
  await expect(page.getByRole('heading', { level: 1, name: 'Work requests' })).toBeVisible()
  const rows = page.getByRole('grid', { name: 'Work requests' }).getByRole('row')
  await expect(rows.nth(1)).toContainText('Failed')
  await expect(page.getByRole('grid').getByText('Succeeded')).toHaveCount(0)

  await page.goto('/work-requests?service=delegate-access-control')
  await expect(rows.nth(1)).toContainText(/deleg/i)
  await expect(page.getByRole('grid').getByText(/desktop/i)).toHaveCount(0)
})

test('a work request that does not exist is said not to exist', async ({ page }) => {
  await page.goto('/work-requests/frankfurt/desktops/ocid1.desktopworkrequest.oc1.eu-frankfurt-1.nowhere')
  await expect(page.getByRole('alert')).toContainText('does not exist')
})

test('the log is accessible in both themes and fits a phone', async ({ page, gatehouse }) => {
  test.slow()
  const work = await createWorkRequest(gatehouse, 30)
  await control(gatehouse).addErrors(work.id, [{ code: 'InternalServerError', message: 'It broke' }])
  await open(page, work.id)
  await expect(log(page).getByText('It broke')).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
})

test('the list is accessible in both themes and fits a phone', async ({ page }) => {
  test.slow()
  await page.goto('/work-requests')
  await expect(page.getByRole('grid', { name: 'Work requests' })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('heading', { level: 1, name: 'Work requests' })).toBeVisible()
  await expectNoSidewaysScroll(page)
})
