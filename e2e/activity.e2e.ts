import { readFile } from 'node:fs/promises'
import type { Gatehouse } from '@gatehouse/bff'
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { expect, post, test } from './fixtures.ts'

const control = (gatehouse: Gatehouse) => gatehouse.sandbox!.control // these tests always run on the sandbox

const entries = (page: Page) => page.getByRole('region', { name: 'Entries' }).getByRole('listitem')

interface Pool {
  connectionId: string
  id: string
  name: string
  state: string
}

/** What a person does to the first pool in that state, without a page; gives the pool. */
async function actOnPool(page: Page, act: 'start' | 'stop', state: string, times = 1): Promise<Pool> {
  const { rows } = (await (await page.request.get('/api/desktop-pools')).json()) as { rows: Pool[] }
  const pool = rows.find((one) => one.state === state)
  if (!pool) throw new Error(`No pool is ${state}`)
  const once = () =>
    post(page, `/api/desktop-pools/${pool.connectionId}/${pool.id}/${act}`, { attemptId: crypto.randomUUID() })
  await Promise.all(Array.from({ length: times }, once))
  return pool
}

async function open(page: Page, search = '') {
  await page.goto(`/activity${search}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
}

test('what one person does, another sees at once: who, what, and how it ended', async ({ page, signIn, another }) => {
  await signIn('viewer')
  await open(page)
  await expect(page.getByText('No activity yet')).toBeVisible()

  const operator = await another('operator')
  const pool = await actOnPool(operator, 'stop', 'ACTIVE')
  await expect(entries(page)).toHaveCount(1)
  await expect(entries(page)).toContainText(/operator (asked OCI to stop|stopped) desktop pool/)
  await expect(entries(page)).toContainText(`operator stopped desktop pool ${pool.name}`)
  await expect(entries(page)).toContainText('Done')

  await entries(page).getByRole('link', { name: pool.name }).click()
  await expect(page).toHaveURL(`/desktop-pools/${pool.connectionId}/${pool.id}`)
})

test('what was refused is recorded as failed, with the reason', async ({ page, signIn }) => {
  await signIn('operator')
  const pool = await actOnPool(page, 'start', 'FAILED')
  await open(page)
  await expect(entries(page)).toContainText(`operator could not start desktop pool ${pool.name}`)
  await expect(entries(page)).toContainText('Failed')
  await expect(entries(page)).toContainText('FAILED')
})

test('an act whose answer was lost is unknown, is pending, and is tried again by its person', async ({
  page,
  gatehouse,
  signIn,
  another,
}) => {
  test.slow() // it is sent several times before the answer counts as lost
  await signIn('viewer')
  await open(page, '?status=pending')
  const operator = await another('operator')
  await control(gatehouse).faults.set({ operation: 'desktops.stopDesktopPool', break: 'cut' })
  const pool = await actOnPool(operator, 'stop', 'ACTIVE')
  await expect(page.getByLabel('Outcome')).toHaveValue('pending')
  await expect(entries(page)).toContainText('Unknown')
  await expect(entries(page)).toContainText(`operator may have stopped desktop pool ${pool.name}`)
  await entries(page).getByRole('button', { name: 'Show details' }).click()
  await expect(entries(page)).toContainText('It may have reached OCI. No valid answer came back.')

  await control(gatehouse).faults.clear()
  await operator.goto(`/desktop-pools/${pool.connectionId}/${pool.id}`)
  await operator.getByRole('list', { name: 'Actions in progress' }).getByRole('button', { name: 'Try again' }).click()
  await expect(entries(page)).toHaveCount(0, { timeout: 60_000 })
  await page.getByRole('search').getByRole('button', { name: 'Clear filters' }).click()
  await expect(entries(page)).toHaveCount(1)
  await expect(entries(page)).toContainText(`operator stopped desktop pool ${pool.name}`)
})

test('what was done while the stream was broken is there when it is back', async ({
  page,
  gatehouse,
  signIn,
  another,
}) => {
  await signIn('viewer')
  await open(page)
  const operator = await another('operator')
  gatehouse.app.server.closeAllConnections()
  await actOnPool(operator, 'start', 'FAILED')
  await expect(entries(page)).toHaveCount(1)
  await expect(entries(page)).toContainText('Failed')
})

test('filters stand in the address, survive a reload, and are taken off together', async ({ page, signIn }) => {
  await signIn('operator')
  await actOnPool(page, 'start', 'FAILED')
  await actOnPool(page, 'start', 'INACTIVE')
  await open(page)
  await expect(entries(page)).toHaveCount(2)

  await page.getByLabel('Outcome').selectOption('Failed')
  await expect(page).toHaveURL('/activity?status=failed')
  await expect(entries(page)).toHaveCount(1)
  await expect(entries(page)).toContainText('could not start')
  await page.getByLabel('Person').fill('approver')
  await page.getByLabel('Person').press('Enter')
  await expect(page).toHaveURL('/activity?status=failed&by=approver')
  await expect(page.getByText('No matching entries')).toBeVisible()

  await page.reload()
  await expect(page.getByLabel('Outcome')).toHaveValue('failed')
  await expect(page.getByLabel('Person')).toHaveValue('approver')
  await page.getByRole('search').getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL('/activity')
  await expect(entries(page)).toHaveCount(2)
})

test('days are the reader’s: today shows what was done today, tomorrow nothing', async ({ page, signIn }) => {
  await signIn('operator')
  await actOnPool(page, 'start', 'INACTIVE')
  // by the browser, whose time zone is not that of this process
  const day = (later: number) =>
    page.evaluate((days) => {
      const date = new Date()
      date.setDate(date.getDate() + days)
      return date.toLocaleDateString('sv') // 2026-11-22
    }, later)
  await open(page)
  await page.getByLabel('From').fill(await day(0))
  await page.getByLabel('To', { exact: true }).fill(await day(0))
  await expect(entries(page)).toHaveCount(1)
  await page.getByLabel('To', { exact: true }).fill(await day(2))
  await page.getByLabel('From').fill(await day(1))
  await expect(page.getByText('No matching entries')).toBeVisible()
})

test('an entry has an address of its own, also when the list does not show it', async ({ page, signIn }) => {
  await signIn('operator')
  await actOnPool(page, 'start', 'FAILED')
  await open(page)
  await entries(page).getByRole('button', { name: 'Show details' }).click()
  await expect(page).toHaveURL('/activity?entry=1')
  await expect(
    entries(page)
      .getByRole('definition')
      .filter({ hasText: /^[0-9a-f]{12}…/ }),
  ).toBeVisible()
  await page.reload()
  await expect(entries(page).getByRole('button', { name: 'Hide details' })).toBeVisible()

  await open(page, '?status=done&entry=1')
  await expect(page.getByRole('region', { name: 'Entry 1' })).toContainText('could not start desktop pool')
  await open(page, '?entry=4711')
  await expect(page.getByText('The ledger has no entry 4711.')).toBeVisible()
})

test('older entries are loaded until the first one', async ({ page, signIn }) => {
  test.slow() // more than a hundred acts
  await signIn('operator')
  await actOnPool(page, 'start', 'INACTIVE')
  await actOnPool(page, 'start', 'FAILED', 104)
  await open(page)
  await expect(entries(page)).toHaveCount(100)
  await page.getByRole('button', { name: 'Load older' }).click()
  await expect(entries(page)).toHaveCount(105)
  await expect(entries(page).last()).toContainText('operator started desktop pool')
  await expect(page.getByRole('button', { name: 'Load older' })).toHaveCount(0)
})

test('what is filtered is downloaded as CSV', async ({ page, signIn }) => {
  await signIn('operator')
  const failed = await actOnPool(page, 'start', 'FAILED')
  const started = await actOnPool(page, 'start', 'INACTIVE')
  await open(page, '?status=failed')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download CSV' }).click()
  const file = await downloading
  expect(file.suggestedFilename()).toMatch(/^gatehouse-activity-\d{4}-\d\d-\d\d\.csv$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(text.split('\r\n')[0]).toMatch(/^sequence,at,act,status,by/)
  expect(text).toContain(failed.id)
  expect(text).toContain('startDesktopPool,failed,operator')
  expect(text).not.toContain(started.id)
})

test('the ledger is accessible in both themes and fits a phone', async ({ page, signIn }) => {
  await signIn('operator')
  await actOnPool(page, 'start', 'FAILED')
  await actOnPool(page, 'start', 'INACTIVE')
  await open(page, '?entry=1')
  await expect(entries(page)).toHaveCount(2)
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Filters' }).click()
  await expect(page.getByLabel('Outcome')).toBeVisible()
  await expectNoSidewaysScroll(page)
})
