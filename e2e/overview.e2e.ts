import type { Gatehouse } from '@gatehouse/bff'
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { expect, post, test } from './fixtures.ts'

const sandbox = (gatehouse: Gatehouse) => gatehouse.sandbox! // these tests always run on the sandbox

const tile = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name })
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function openOverview(page: Page, search = '') {
  await page.goto(`/${search}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
}

/** The number on a tile; NaN while it is not known. */
async function numberOn(page: Page, name: string): Promise<number> {
  const [, digits = ''] = /(?<!\d)(\d+)/.exec((await tile(page, name).innerText()).replace(name, '')) ?? []
  return digits === '' ? Number.NaN : Number(digits)
}

/** The same numbers, counted in the world that the sandbox keeps. */
function counted(gatehouse: Gatehouse) {
  const regions = [...sandbox(gatehouse).world.regions.values()]
  const waiting = new Set(['CREATED', 'APPROVALWAITING', 'APPROVAL_WAITING', 'INREVIEW', 'MOREINFO', 'EXTENDING'])
  const ended = new Set(['SUCCEEDED', 'FAILED', 'CANCELED'])
  const dayAgo = Date.now() - 86_400_000
  const work = regions.flatMap(({ workRequests }) => [...workRequests.values()].map(({ wire }) => wire))
  return {
    'Waiting for a decision': regions
      .flatMap(({ accessRequests, delegatedResourceAccessRequests }) => [
        ...[...accessRequests.values()].map(({ wire }) => wire.lifecycleState),
        ...[...delegatedResourceAccessRequests.values()].map(({ wire }) => wire.requestStatus),
      ])
      .filter((state) => waiting.has(state ?? '')).length,
    'Unhealthy pools': regions
      .flatMap(({ desktopPools }) => [...desktopPools.values()])
      .filter(({ wire }) => wire.lifecycleState === 'FAILED').length,
    'Work in progress': work.filter(({ status }) => !ended.has(status)).length,
    'Failed in 24 h': work.filter(
      ({ status, timeFinished }) => status === 'FAILED' && Date.parse(timeFinished ?? '') > dayAgo,
    ).length,
  }
}

test('the numbers are those of the world', async ({ page, gatehouse, signIn }) => {
  await signIn('viewer')
  await openOverview(page)
  // what is running comes to its end meanwhile, so both are looked at again until they agree
  await expect(async () => {
    const world = counted(gatehouse)
    for (const [name, count] of Object.entries(world)) expect(await numberOn(page, name), name).toBe(count)
    expect(world['Waiting for a decision']).toBeGreaterThan(0)
    expect(world['Failed in 24 h']).toBeGreaterThan(0)
  }).toPass({ timeout: 20_000 })
})

test('an access request that an operator raises is counted within seconds, and one that is decided is not', async ({
  page,
  gatehouse,
  signIn,
}) => {
  await signIn('approver')
  await openOverview(page)
  const name = 'Waiting for a decision'
  await expect.poll(() => numberOn(page, name)).toBeGreaterThan(0)
  const before = await numberOn(page, name)

  const { id } = await sandbox(gatehouse).control.raiseAccessRequest({
    service: 'operator-access-control',
    severity: 'S1',
  })
  await expect.poll(() => numberOn(page, name)).toBe(before + 1)

  await sandbox(gatehouse).control.decide(id, { decision: 'reject', user: 'administrator' })
  await expect.poll(() => numberOn(page, name)).toBe(before)
})

test('the most urgent access request is one press away, and a tile leads to what it counts', async ({
  page,
  signIn,
}) => {
  await signIn('approver')
  await openOverview(page)
  const urgent = panel(page, 'Needs you').getByRole('listitem')
  await expect(urgent).toHaveCount(5)
  await expect(urgent.first()).toContainText('S1')
  await urgent.first().getByRole('link').click()
  await expect(page).toHaveURL(/\/access-requests\/(frankfurt|ashburn)\/(operator|delegate)-access-control\/ocid1\./)

  await page.goto('/')
  await tile(page, 'Failed in 24 h').click()
  await expect(page).toHaveURL('/work-requests?state=FAILED')
})

test('work shows its progress as it goes on, and leaves when it has ended', async ({ page, gatehouse, signIn }) => {
  const { control } = sandbox(gatehouse)
  await signIn('viewer')
  await openOverview(page)
  const work = await control.createWorkRequest({ service: 'desktops', operationType: 'UPDATE_DESKTOP_POOL', lines: 2 })
  const row = panel(page, 'In progress').getByRole('listitem').filter({ hasText: 'Update desktop pool' })
  await expect(row.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '10')
  const before = await numberOn(page, 'Failed in 24 h')

  await control.finishWorkRequest(work.id, 'FAILED')
  await expect(row).toHaveCount(0)
  await expect.poll(() => numberOn(page, 'Failed in 24 h')).toBe(before + 1)
  await expect(panel(page, 'Recent failures').getByRole('listitem').first()).toContainText('Update desktop pool')
})

test('what people do shows up in the recent activity', async ({ page, signIn, another }) => {
  await signIn('viewer')
  await openOverview(page)
  const operator = await another('operator')
  const pools = (await (await operator.request.get('/api/desktop-pools')).json()) as {
    rows: { connectionId: string; id: string; state: string }[]
  }
  const pool = pools.rows.find(({ state }) => state === 'INACTIVE')!
  await post(operator, `/api/desktop-pools/${pool.connectionId}/${pool.id}/start`, { attemptId: crypto.randomUUID() })
  const latest = panel(page, 'Recent activity').getByRole('listitem').first()
  await expect(latest).toContainText(/operator (asked OCI to start|started) desktop pool/)
  await expect(latest).toContainText('operator started desktop pool')
})

test('while OCI is down what was read stays and is said to be old, and it recovers without a reload', async ({
  page,
  gatehouse,
  signIn,
}) => {
  test.slow() // polls that fail wait longer and longer
  const { control } = sandbox(gatehouse)
  await signIn('viewer')
  await openOverview(page)
  await expect.poll(() => numberOn(page, 'Waiting for a decision')).toBeGreaterThan(0)
  const before = await numberOn(page, 'Waiting for a decision')

  await control.faults.set({ operation: '*', status: 503 })
  const strip = page.getByText(/places? could not be read/).first()
  await expect(strip).toBeVisible({ timeout: 30_000 })
  expect(await numberOn(page, 'Waiting for a decision')).toBe(before)
  await expect(tile(page, 'Waiting for a decision')).toContainText('at least')

  await control.faults.clear()
  await expect(strip).toBeHidden({ timeout: 60_000 })
  await expect.poll(() => numberOn(page, 'Waiting for a decision')).toBe(before)
})

test('where OCI could not be read at all nothing is claimed, and it fills in when OCI is back', async ({
  page,
  gatehouse,
  signIn,
}) => {
  test.slow() // as above
  const { control } = sandbox(gatehouse)
  await control.faults.set({ operation: '*', status: 503 })
  await signIn('viewer')
  await openOverview(page)
  await expect(tile(page, 'Waiting for a decision')).toContainText('could not be read', { timeout: 60_000 })
  await expect(page.getByText('Nothing waiting for a decision', { exact: true })).toHaveCount(0)
  // the ledger is ours
  await expect(panel(page, 'Recent activity')).toContainText('No activity yet.')

  await control.faults.clear()
  await expect(tile(page, 'Waiting for a decision')).not.toContainText('could not be read', { timeout: 60_000 })
  expect(await numberOn(page, 'Waiting for a decision')).toBeGreaterThan(0)
  await expect(panel(page, 'Needs you').getByRole('listitem')).toHaveCount(5)
})

test('where there is nothing to do it says so, with when and where it looked', async ({ page, gatehouse, signIn }) => {
  const lab = sandbox(gatehouse).compartments.find(({ name }) => name === 'sandbox-lab')
  await signIn('viewer')
  await openOverview(page, `?scope=${encodeURIComponent(`frankfurt/${lab?.id}`)}`)
  const needsYou = panel(page, 'Needs you')
  await expect(needsYou).toContainText('Nothing waiting for a decision')
  await expect(needsYou).toContainText(/in Frankfurt \/ sandbox-lab, read (just now|\d+ s ago)/)
  await expect(panel(page, 'Desktop pools').getByRole('link', { name: 'lab-demo' })).toBeVisible()
  await expect(panel(page, 'Desktop pools').getByRole('link', { name: 'finance-trading' })).toHaveCount(0)
})

test('the overview is accessible in both themes and fits a phone', async ({ page, signIn }) => {
  await signIn('approver')
  await openOverview(page)
  await expect(panel(page, 'Needs you').getByRole('listitem')).toHaveCount(5)
  await expect(panel(page, 'Desktop pools').getByRole('listitem').filter({ hasText: 'finance-trading' })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
})
