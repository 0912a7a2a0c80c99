import type { Gatehouse } from '@gatehouse/bff'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { expect, test } from './fixtures.ts'

const connections: Record<string, string> = { 'eu-frankfurt-1': 'frankfurt', 'us-ashburn-1': 'ashburn' }

const sandboxOf = (gatehouse: Gatehouse) => gatehouse.sandbox! // these tests always run on the sandbox

/** A pool of the seed, by its name. */
function poolNamed(gatehouse: Gatehouse, name: string) {
  for (const [region, { desktopPools }] of sandboxOf(gatehouse).world.regions) {
    const pool = [...desktopPools.values()].find(({ wire }) => wire.displayName === name)
    if (pool) return { id: pool.wire.id, path: `/desktop-pools/${connections[region]}/${pool.wire.id}`, pool }
  }
  throw new Error(`The seed has no pool ${name}`)
}

const usersOn = (gatehouse: Gatehouse, name: string) =>
  [...poolNamed(gatehouse, name).pool.extra.desktops]
    .filter(({ wire: { lifecycleState, connection } }) => {
      const { timeConnected, timeDisconnected } = connection ?? {}
      return lifecycleState === 'ACTIVE' && timeConnected !== undefined && timeDisconnected === undefined
    })
    .map(({ wire }) => wire.userName)

const main = (page: Page) => page.getByRole('main')
const stateInHead = (page: Page, word: string) => main(page).getByText(word, { exact: true }).first()
const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`\\b${name}\\b`) })
const choose = (page: Page, name: string) => page.getByRole('checkbox', { name: `Choose ${name}`, exact: true }).check()
const resultOf = (dialog: Locator, name: string) => dialog.getByRole('listitem').filter({ hasText: name })

async function open(page: Page, path: string, heading: string) {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

test('a pool is stopped knowing who is cut off, and started again', async ({ page, gatehouse, signIn }) => {
  test.slow()
  const users = usersOn(gatehouse, 'lab-demo')
  expect(users.length).toBeGreaterThan(0)
  await signIn('operator')
  await open(page, poolNamed(gatehouse, 'lab-demo').path, 'lab-demo')
  await expect(stateInHead(page, 'Active')).toBeVisible()

  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  const asking = page.getByRole('dialog', { name: 'Stop lab-demo?' })
  await expect(asking.getByText(`${users.length} users will be cut off at once`)).toBeVisible()
  for (const user of users) await expect(asking.getByText(user)).toBeVisible()
  await asking.getByRole('button', { name: 'Stop 1 pool' }).click()

  const stopping = page.getByRole('dialog', { name: 'Stopping lab-demo' })
  await expect(resultOf(stopping, 'lab-demo')).toContainText('Confirmed by OCI')
  await expect(stopping.getByText('Updating')).toBeVisible()
  await expect(stopping.getByText('Inactive')).toBeVisible()
  await stopping.getByRole('button', { name: 'Close' }).click()
  await expect(stateInHead(page, 'Inactive')).toBeVisible()
  await expect(page.getByRole('region', { name: 'In use' })).toContainText('0 connected')

  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('dialog', { name: 'Start lab-demo?' }).getByRole('button', { name: 'Start 1 pool' }).click()
  const starting = page.getByRole('dialog', { name: 'Starting lab-demo' })
  await expect(starting.getByText('Updating')).toBeVisible()
  await expect(starting.getByText('Active', { exact: true })).toBeVisible()
})

test('what is done to a pool stands in its activity and its work requests', async ({ page, gatehouse, signIn }) => {
  await signIn('operator')
  const { path } = poolNamed(gatehouse, 'lab-demo')
  await open(page, path, 'lab-demo')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop 1 pool' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Work request' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Stop desktop pool' })).toBeVisible()

  await open(page, `${path}?tab=activity`, 'lab-demo')
  await expect(page.getByRole('list', { name: 'Activity of lab-demo' })).toContainText('operator stopped desktop pool')
  await page.getByRole('link', { name: 'Work requests', exact: true }).last().click()
  const work = page.getByRole('grid', { name: 'Work requests of lab-demo' })
  await expect(work.getByRole('row').nth(1)).toContainText('Stop desktop pool')
  await expect(work.getByRole('row').nth(1)).toContainText('Succeeded')
})

test('several pools are stopped at once, and only what failed is tried again', async ({ page, gatehouse, signIn }) => {
  test.slow()
  const { control } = sandboxOf(gatehouse)
  await control.refuseDesktopPool(poolNamed(gatehouse, 'finance-audit').id, 'The pool is being resized.')
  await signIn('operator')
  await open(page, '/desktop-pools', 'Desktop pools')
  for (const name of ['finance-audit', 'finance-treasury', 'lab-demo', 'finance-month-end']) await choose(page, name)

  await page.getByRole('button', { name: 'Stop 3 pools' }).click()
  const asking = page.getByRole('dialog', { name: 'Stop 3 pools?' })
  const connected = ['finance-audit', 'finance-treasury', 'lab-demo'].flatMap((name) => usersOn(gatehouse, name)).length
  await expect(asking.getByText(`${connected} users will be cut off at once`)).toBeVisible()
  await expect(asking.getByRole('region', { name: 'Left out' })).toContainText(
    'finance-month-end The pool is stopped already.',
  )
  await control.calls.clear()
  await asking.getByRole('button', { name: 'Stop 3 pools' }).click()

  const results = page.getByRole('dialog', { name: 'Stopping 3 pools' })
  await expect(results.getByText('2 of 3 pools confirmed by OCI, 1 not done')).toBeVisible()
  await expect(resultOf(results, 'finance-audit')).toContainText('The pool is being resized.')
  await expect(resultOf(results, 'finance-audit')).toContainText('opc-request-id')
  await expect(resultOf(results, 'finance-audit').getByText('Active', { exact: true })).toBeVisible()
  await expect(resultOf(results, 'finance-treasury').getByText('Inactive')).toBeVisible()

  await control.allowDesktopPool(poolNamed(gatehouse, 'finance-audit').id)
  await results.getByRole('button', { name: 'Retry the 1 failed' }).click()
  await expect(results.getByText('3 of 3 pools confirmed by OCI')).toBeVisible()
  await expect(resultOf(results, 'finance-audit').getByText('Inactive')).toBeVisible()
  expect((await control.calls.counts())['desktops.stopDesktopPool']).toBe(4)

  await results.getByRole('button', { name: 'Close' }).click()
  await expect(rowOf(page, 'lab-demo')).toContainText('Inactive')
})

test('a stop whose answer is lost is asked for again without being done twice', async ({ page, gatehouse, signIn }) => {
  test.slow()
  const { control, world } = sandboxOf(gatehouse)
  const { id, path } = poolNamed(gatehouse, 'lab-demo')
  await signIn('operator')
  await open(page, path, 'lab-demo')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(page.getByRole('dialog').getByText('will be cut off at once')).toBeVisible()
  // as often as it is sent again before the person is told
  await control.faults.set({ operation: 'desktops.stopDesktopPool', times: 3, break: 'cut', afterEffect: true })
  await page.getByRole('dialog').getByRole('button', { name: 'Stop 1 pool' }).click()

  const dialog = page.getByRole('dialog', { name: 'Stopping lab-demo' })
  await expect(dialog.getByText('Whether it was done is being found out')).toBeVisible({ timeout: 20_000 })
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(resultOf(dialog, 'lab-demo')).toContainText('Confirmed by OCI')
  await expect(dialog.getByText('Inactive')).toBeVisible()

  const stops = [...(world.regions.get('eu-frankfurt-1')?.workRequests.values() ?? [])].filter(
    ({ wire }) =>
      'operationType' in wire &&
      wire.operationType === 'STOP_DESKTOP_POOL' &&
      wire.resources.some(({ identifier }) => identifier === id),
  )
  expect(stops).toHaveLength(1)
})

test('a pool that refuses says so in the words of OCI', async ({ page, gatehouse, signIn }) => {
  const { id, path } = poolNamed(gatehouse, 'lab-demo')
  await sandboxOf(gatehouse).control.refuseDesktopPool(id, 'Maintenance of the pool is under way.')
  await signIn('operator')
  await open(page, path, 'lab-demo')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop 1 pool' }).click()
  const dialog = page.getByRole('dialog', { name: 'Stopping lab-demo' })
  await expect(dialog.getByText('Maintenance of the pool is under way.')).toBeVisible()
  await expect(dialog.getByText('opc-request-id')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(stateInHead(page, 'Active')).toBeVisible()
})

test('what one person stops another sees within two seconds', async ({ page, gatehouse, signIn, another }) => {
  await signIn('viewer')
  await open(page, '/desktop-pools', 'Desktop pools')
  await expect(rowOf(page, 'lab-demo')).toContainText('Active')

  const operator = await another('operator')
  await open(operator, poolNamed(gatehouse, 'lab-demo').path, 'lab-demo')
  await operator.getByRole('button', { name: 'Stop', exact: true }).click()
  await operator.getByRole('dialog').getByRole('button', { name: 'Stop 1 pool' }).click()
  await expect(operator.getByRole('dialog').getByText('1 of 1 pool confirmed by OCI')).toBeVisible()
  await expect(rowOf(page, 'lab-demo')).toContainText(/Updating|Inactive/, { timeout: 2000 })
  await expect(rowOf(page, 'lab-demo')).toContainText('Inactive')
})

test('a desktop is shut down, and says why it is stopped', async ({ page, gatehouse, signIn }) => {
  await signIn('operator')
  await open(page, `${poolNamed(gatehouse, 'lab-demo').path}?session=connected`, 'lab-demo')
  const row = page.getByRole('grid', { name: 'Desktops of lab-demo' }).getByRole('row').nth(1)
  const name = (await row.getByRole('gridcell').or(row.getByRole('cell')).nth(1).textContent()) ?? ''
  await row.getByRole('button', { name: `Acts on ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Shut down' }).click()
  const asking = page.getByRole('dialog', { name: `Shut down ${name}?` })
  await expect(asking.getByText('1 user will be cut off at once')).toBeVisible()
  await asking.getByRole('button', { name: 'Shut down 1 desktop' }).click()
  const dialog = page.getByRole('dialog', { name: `Shutting down ${name}` })
  await expect(resultOf(dialog, name)).toContainText('Confirmed by OCI')
  await expect(dialog.getByText('Inactive')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('button', { name: 'Clear filters' }).first().click()
  await page.getByRole('searchbox', { name: 'Search desktops and users' }).fill(name)
  await expect(rowOf(page, name)).toContainText(/Stopped \d\d:\d\d on request/)
})

test('cutting the power asks again', async ({ page, gatehouse, signIn }) => {
  await signIn('operator')
  const { id } = poolNamed(gatehouse, 'lab-demo')
  await open(page, `/desktops?${new URLSearchParams({ pool: id, session: 'connected' })}`, 'Desktops')
  const boxes = page.getByRole('checkbox', { name: /^Choose lab-demo/ })
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await page.getByRole('button', { name: 'Power off 2' }).click()
  const asking = page.getByRole('dialog', { name: 'Power off 2 desktops?' })
  const confirm = asking.getByRole('button', { name: 'Power off 2 desktops' })
  await expect(confirm).toHaveAttribute('aria-disabled', 'true')
  await confirm.click({ force: true }) // what is blocked takes no press
  await expect(asking).toBeVisible()
  await asking.getByRole('checkbox', { name: 'I know that unsaved work on these 2 desktops is lost.' }).check()
  await confirm.click()
  const dialog = page.getByRole('dialog', { name: 'Powering off 2 desktops' })
  await expect(dialog.getByText('2 of 2 desktops confirmed by OCI')).toBeVisible()
  await expect(dialog.getByText('Inactive')).toHaveCount(2)
})

test('a viewer may look and not touch', async ({ page, gatehouse, signIn }) => {
  await signIn('viewer')
  await open(page, poolNamed(gatehouse, 'lab-demo').path, 'lab-demo')
  const reason = 'Your role, viewer, may not start and stop desktops.'
  for (const name of ['Start', 'Stop']) {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(reason)
    await button.click({ force: true }) // what is blocked takes no press
  }
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page
    .getByRole('button', { name: /^Acts on lab-demo/ })
    .first()
    .click()
  await expect(page.getByRole('menuitem', { name: 'Shut down' })).toContainText(reason)
})

test('filters, search and sort stand in the address and survive a reload', async ({ page, signIn }) => {
  await signIn('viewer')
  await open(page, '/desktop-pools', 'Desktop pools')
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: /State/ }).click()
  await page.getByRole('menuitemcheckbox', { name: /^Inactive/ }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox', { name: 'Search pools' }).fill('callcentre')
  await page.getByRole('columnheader', { name: 'Size' }).getByRole('button').click()
  await expect(page).toHaveURL(/state=INACTIVE/)
  await expect(page).toHaveURL(/q=callcentre/)
  await expect(page).toHaveURL(/sort=size/)
  const names = async () => page.getByRole('grid').getByRole('link').allTextContents()
  const before = ['callcentre-training', 'callcentre-day']
  await expect.poll(names).toEqual(before)

  await page.reload()
  await expect.poll(names).toEqual(before)
  await expect(page.getByRole('searchbox', { name: 'Search pools' })).toHaveValue('callcentre')
})

test('a pool shows its schedule in words and marks what cannot change', async ({ page, gatehouse, signIn }) => {
  await signIn('viewer')
  await open(page, `${poolNamed(gatehouse, 'finance-reporting').path}?tab=configuration`, 'finance-reporting')
  const schedule = page.getByRole('region', { name: 'Schedule' })
  await expect(schedule.getByText(/^At \d\d:\d\d.*, \w+\/\w+$/)).toHaveCount(2)
  await expect(schedule.getByRole('listitem')).toHaveCount(4)
  await expect(page.getByRole('definition').filter({ hasText: 'VM.Standard.E4.Flex' })).toContainText(
    'fixed when the pool was created',
  )
  await expect(
    page.getByRole('region', { name: 'Devices of the user' }).getByText('fixed when the pool was created'),
  ).toHaveCount(0)
})

test('a pool that does not exist is said not to exist', async ({ page, signIn }) => {
  await signIn('viewer')
  await page.goto('/desktop-pools/frankfurt/ocid1.desktoppool.oc1.eu-frankfurt-1.nowhere')
  await expect(page.getByRole('alert')).toContainText('does not exist')
})

const pages: [what: string, heading: string, address: (gatehouse: Gatehouse) => string][] = [
  ['the list of pools', 'Desktop pools', () => '/desktop-pools'],
  ['a pool', 'finance-reporting', (gatehouse) => poolNamed(gatehouse, 'finance-reporting').path],
  [
    'the configuration of a pool',
    'finance-reporting',
    (gatehouse) => `${poolNamed(gatehouse, 'finance-reporting').path}?tab=configuration`,
  ],
  ['the list of desktops', 'Desktops', () => '/desktops'],
]

for (const [what, heading, address] of pages) {
  test(`${what} is accessible in both themes and fits a phone`, async ({ page, gatehouse, signIn }) => {
    test.slow()
    await signIn('viewer')
    await open(page, address(gatehouse), heading)
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await open(page, address(gatehouse), heading)
    await expectNoSidewaysScroll(page)
  })
}

test('the question before a stop is accessible in both themes', async ({ page, signIn }) => {
  test.slow()
  await signIn('operator')
  await open(page, '/desktop-pools', 'Desktop pools')
  await choose(page, 'lab-demo')
  await page.getByRole('button', { name: 'Stop 1 pool' }).click()
  await expect(page.getByRole('dialog', { name: 'Stop lab-demo?' }).getByText('will be cut off at once')).toBeVisible()
  await expectAccessible(page)
})

test('on a phone a pool is chosen and stopped', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('operator')
  await open(page, '/desktop-pools?q=lab-demo', 'Desktop pools')
  await choose(page, 'lab-demo')
  await page.getByRole('button', { name: 'Stop 1 pool' }).click()
  await expectNoSidewaysScroll(page)
  await page.getByRole('dialog', { name: 'Stop lab-demo?' }).getByRole('button', { name: 'Stop 1 pool' }).click()
  await expect(page.getByRole('dialog', { name: 'Stopping lab-demo' }).getByText('Inactive')).toBeVisible()
})
