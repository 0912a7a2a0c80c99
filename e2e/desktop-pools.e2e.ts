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
const choose = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check()
const resultOf = (dialog: Locator, name: string) => dialog.getByRole('listitem').filter({ hasText: name })
/** The dialog after its question was confirmed: its title no longer asks. */
const resultsOf = (page: Page, title: string) => page.getByRole('dialog', { name: title, exact: true })
const pending = (page: Page) => page.getByRole('list', { name: 'Actions in progress' })

/** Stops the pool whose page is open. */
async function stop(page: Page) {
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(page.getByRole('dialog').getByText('will be disconnected immediately')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop 1 pool' }).click()
}

async function open(page: Page, path: string, heading: string) {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

test('a pool is stopped knowing who is disconnected, and started again', async ({ page, gatehouse, signIn }) => {
  test.slow()
  const users = usersOn(gatehouse, 'lab-demo')
  expect(users.length).toBeGreaterThan(0)
  await signIn('operator')
  await open(page, poolNamed(gatehouse, 'lab-demo').path, 'lab-demo')
  await expect(stateInHead(page, 'Active')).toBeVisible()

  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  const asking = page.getByRole('dialog', { name: 'Stop lab-demo?' })
  await expect(asking.getByText(`${users.length} users will be disconnected immediately`)).toBeVisible()
  for (const user of users) await expect(asking.getByText(user)).toBeVisible()
  await asking.getByRole('button', { name: 'Stop 1 pool' }).click()

  const stopping = resultsOf(page, 'Stop lab-demo')
  await expect(resultOf(stopping, 'lab-demo')).toContainText('Accepted by OCI. The pool is stopping.')
  await expect(stopping.getByText('Updating', { exact: true })).toBeVisible()
  await expect(resultOf(stopping, 'lab-demo')).toContainText('Done.')
  await expect(stopping.getByText('Inactive', { exact: true })).toBeVisible()
  await stopping.getByRole('button', { name: 'Close' }).click()
  await expect(stateInHead(page, 'Inactive')).toBeVisible()
  await expect(page.getByRole('region', { name: 'In use' })).toContainText('0 connected')

  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('dialog', { name: 'Start lab-demo?' }).getByRole('button', { name: 'Start 1 pool' }).click()
  const starting = resultsOf(page, 'Start lab-demo')
  await expect(starting.getByText('Updating', { exact: true })).toBeVisible()
  await expect(starting.getByText('Active', { exact: true })).toBeVisible()
  await expect(resultOf(starting, 'lab-demo')).toContainText('Done.')
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
  await expect(asking.getByText(`${connected} users will be disconnected immediately`)).toBeVisible()
  await expect(asking.getByRole('region', { name: 'Skipped' })).toContainText(
    'finance-month-end The pool is already stopped.',
  )
  await control.calls.clear()
  await asking.getByRole('button', { name: 'Stop 3 pools' }).click()

  const results = resultsOf(page, 'Stop 3 pools')
  await expect(results.getByText('3 pools: 1 failed, 2 done.')).toBeVisible()
  await expect(resultOf(results, 'finance-audit')).toContainText('The pool is being resized.')
  await expect(resultOf(results, 'finance-audit')).toContainText('opc-request-id')
  await expect(resultOf(results, 'finance-audit').getByText('Active', { exact: true })).toBeVisible()
  await expect(resultOf(results, 'finance-treasury').getByText('Inactive', { exact: true })).toBeVisible()

  await control.allowDesktopPool(poolNamed(gatehouse, 'finance-audit').id)
  await results.getByRole('button', { name: 'Retry 1 failed' }).click()
  await expect(results.getByText('3 pools: 3 done.')).toBeVisible()
  await expect(resultOf(results, 'finance-audit').getByText('Inactive', { exact: true })).toBeVisible()
  expect((await control.calls.counts())['desktops.stopDesktopPool']).toBe(4)

  await results.getByRole('button', { name: 'Close' }).click()
  await expect(rowOf(page, 'lab-demo')).toContainText('Inactive')
})

/** How often OCI began to stop the pool. */
const stopsOf = (gatehouse: Gatehouse, poolId: string) =>
  [...(sandboxOf(gatehouse).world.regions.get('eu-frankfurt-1')?.workRequests.values() ?? [])].filter(
    ({ wire }) =>
      'operationType' in wire &&
      wire.operationType === 'STOP_DESKTOP_POOL' &&
      wire.resources.some(({ identifier }) => identifier === poolId),
  ).length

test('a stop whose answer is lost is unknown, is seen by others, and is tried again as the same act', async ({
  page,
  gatehouse,
  signIn,
  another,
}) => {
  test.slow() // it is sent several times before the answer counts as lost
  const { control } = sandboxOf(gatehouse)
  const { id, path } = poolNamed(gatehouse, 'lab-demo')
  await control.faults.set({ operation: 'desktops.stopDesktopPool', break: 'cut' })
  await signIn('operator')
  await open(page, path, 'lab-demo')
  await stop(page)
  const results = resultsOf(page, 'Stop lab-demo')
  await expect(resultOf(results, 'lab-demo')).toContainText('Unknown.', { timeout: 60_000 })
  await expect(results.getByRole('button', { name: 'Retry' })).toHaveCount(0)

  // other people see it too, also after the dialog is closed and the page is left
  const viewer = await another('viewer')
  await open(viewer, path, 'lab-demo')
  await expect(pending(viewer)).toContainText('operator may have stopped desktop pool lab-demo')
  await expect(pending(viewer)).toContainText('Gatehouse checks OCI until')
  await expect(viewer.getByRole('button', { name: 'Try again' })).toHaveCount(0)
  await open(viewer, '/desktop-pools', 'Desktop pools')
  await expect(rowOf(viewer, 'lab-demo')).toContainText('Stop desktop pool: Unknown')
  await results.getByRole('button', { name: 'Close' }).click()
  await page.reload()
  await expect(pending(page)).toContainText('Unknown.')
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveAccessibleDescription(
    'Your last attempt to stop this is not settled yet.',
  )

  await control.faults.clear()
  await pending(page).getByRole('button', { name: 'Try again' }).click()
  await expect(pending(page)).toHaveCount(0)
  await expect(stateInHead(page, 'Inactive')).toBeVisible()
  await expect(rowOf(viewer, 'lab-demo')).not.toContainText('Stop desktop pool')
  expect(stopsOf(gatehouse, id)).toBe(1)
  await open(page, `/activity?subjectId=${id}`, 'Activity')
  const entries = page.getByRole('region', { name: 'Entries' }).getByRole('listitem')
  await expect(entries).toHaveCount(1)
  await expect(entries).toContainText('operator stopped desktop pool lab-demo')
})

test('a stop whose answer is lost after it took effect turns to done in the dialog', async ({
  page,
  gatehouse,
  signIn,
}) => {
  test.slow() // as above
  const { control } = sandboxOf(gatehouse)
  const { id, path } = poolNamed(gatehouse, 'lab-demo')
  await control.faults.set({ operation: 'desktops.stopDesktopPool', break: 'cut', afterEffect: true })
  await signIn('operator')
  await open(page, path, 'lab-demo')
  await stop(page)
  await expect(resultOf(resultsOf(page, 'Stop lab-demo'), 'lab-demo')).toContainText('Done.', { timeout: 60_000 })
  expect(stopsOf(gatehouse, id)).toBe(1)
})

test('a stop whose work fails half-way turns to failed, and is taken up by the retry', async ({
  page,
  gatehouse,
  signIn,
}) => {
  test.slow()
  const { control } = sandboxOf(gatehouse)
  const treasury = poolNamed(gatehouse, 'finance-treasury')
  await control.failNextWork(treasury.id, [{ code: 'OutOfCapacity', message: 'Out of host capacity.' }])
  await signIn('operator')
  await open(page, '/desktop-pools', 'Desktop pools')
  for (const name of ['finance-treasury', 'lab-demo']) await choose(page, name)
  await page.getByRole('button', { name: 'Stop 2 pools' }).click()
  await page.getByRole('dialog', { name: 'Stop 2 pools?' }).getByRole('button', { name: 'Stop 2 pools' }).click()

  const results = resultsOf(page, 'Stop 2 pools')
  await expect(resultOf(results, 'finance-treasury')).toContainText('Accepted by OCI.')
  await expect(results.getByText('2 pools: 1 failed, 1 done.')).toBeVisible({ timeout: 30_000 })
  await expect(resultOf(results, 'finance-treasury')).toContainText('Out of host capacity.')
  await results.getByRole('button', { name: 'Retry 1 failed' }).click()
  await expect(results.getByText('2 pools: 2 done.')).toBeVisible({ timeout: 30_000 })

  await open(page, `/activity?subjectId=${treasury.id}`, 'Activity')
  const entries = page.getByRole('region', { name: 'Entries' }).getByRole('listitem')
  await expect(entries).toHaveCount(2)
  await expect(entries.nth(0)).toContainText('operator stopped desktop pool finance-treasury')
  await expect(entries.nth(1)).toContainText('operator could not stop desktop pool finance-treasury')
  await expect(entries.nth(1)).toContainText('Out of host capacity.')
})

test('the dialog says Cancel until something is sent, and can be closed while it is', async ({
  page,
  gatehouse,
  signIn,
}) => {
  await sandboxOf(gatehouse).control.faults.set({ operation: 'desktops.stopDesktopPool', delayMs: 3000 })
  await signIn('operator')
  await open(page, poolNamed(gatehouse, 'lab-demo').path, 'lab-demo')
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(dialog.getByRole('button', { name: 'Close' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeFocused()

  await stop(page)
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(pending(page)).toContainText('lab-demo')
  await expect(stateInHead(page, 'Inactive')).toBeVisible()
  await expect(pending(page)).toHaveCount(0)
})

test('a pool that refuses says so in the words of OCI', async ({ page, gatehouse, signIn }) => {
  const { id, path } = poolNamed(gatehouse, 'lab-demo')
  await sandboxOf(gatehouse).control.refuseDesktopPool(id, 'Maintenance of the pool is under way.')
  await signIn('operator')
  await open(page, path, 'lab-demo')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop 1 pool' }).click()
  const dialog = resultsOf(page, 'Stop lab-demo')
  await expect(dialog).toContainText('Failed. Maintenance of the pool is under way.')
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
  await expect(operator.getByRole('dialog')).toContainText('Accepted by OCI.')
  await expect(rowOf(page, 'lab-demo')).toContainText(/Updating|Inactive/, { timeout: 2000 })
  await expect(rowOf(page, 'lab-demo')).toContainText('Inactive')
})

test('a desktop is shut down, and says why it is stopped', async ({ page, gatehouse, signIn }) => {
  await signIn('operator')
  await open(page, `${poolNamed(gatehouse, 'lab-demo').path}?session=connected`, 'lab-demo')
  const row = page.getByRole('grid', { name: 'Desktops of lab-demo' }).getByRole('row').nth(1)
  const name = (await row.getByRole('gridcell').or(row.getByRole('cell')).nth(1).textContent()) ?? ''
  await row.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Shut down' }).click()
  const asking = page.getByRole('dialog', { name: `Shut down ${name}?` })
  await expect(asking.getByText('1 user will be disconnected immediately')).toBeVisible()
  await asking.getByRole('button', { name: 'Shut down 1 desktop' }).click()
  const dialog = resultsOf(page, `Shut down ${name}`)
  await expect(resultOf(dialog, name)).toContainText('Done.')
  await expect(dialog.getByText('Inactive', { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('button', { name: 'Clear filters' }).first().click()
  await page.getByRole('searchbox', { name: 'Search desktops and users' }).fill(name)
  await expect(rowOf(page, name)).toContainText(/Stopped \d\d:\d\d on request/)
})

test('cutting the power asks again', async ({ page, gatehouse, signIn }) => {
  await signIn('operator')
  const { id } = poolNamed(gatehouse, 'lab-demo')
  await open(page, `/desktops?${new URLSearchParams({ pool: id, session: 'connected' })}`, 'Desktops')
  const boxes = page.getByRole('checkbox', { name: /^Select lab-demo/ })
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await page.getByRole('button', { name: 'Power off 2' }).click()
  const asking = page.getByRole('dialog', { name: 'Power off 2 desktops?' })
  const confirm = asking.getByRole('button', { name: 'Power off 2 desktops' })
  await expect(confirm).toHaveAttribute('aria-disabled', 'true')
  await confirm.click({ force: true }) // what is blocked takes no press
  await expect(asking).toBeVisible()
  await asking
    .getByRole('checkbox', { name: 'I understand that unsaved work on these 2 desktops will be lost.' })
    .check()
  await confirm.click()
  const dialog = resultsOf(page, 'Power off 2 desktops')
  await expect(dialog.getByText('2 desktops: 2 done.')).toBeVisible()
  await expect(dialog.getByText('Inactive', { exact: true })).toHaveCount(2)
})

/** The list of the desktops of lab-demo with somebody on them; gives the first one's name. */
async function openConnected(page: Page, gatehouse: Gatehouse) {
  const search = new URLSearchParams({ pool: poolNamed(gatehouse, 'lab-demo').id, session: 'connected' })
  await open(page, `/desktops?${search}`, 'Desktops')
  const box = page.getByRole('checkbox', { name: /^Select lab-demo/ }).first()
  return ((await box.getAttribute('aria-label')) ?? '').replace('Select ', '')
}

test('a desktop is renamed', async ({ page, gatehouse, signIn }) => {
  await signIn('operator')
  const name = await openConnected(page, gatehouse)
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  const asking = page.getByRole('dialog', { name: `Rename ${name}?` })
  const rename = asking.getByRole('button', { name: 'Rename 1 desktop' })
  await expect(asking.getByLabel('Name')).toHaveValue(name)
  await expect(rename).toHaveAccessibleDescription('The desktop already has this name.')
  await asking.getByLabel('Name').fill('front-desk')
  await rename.click()

  const results = resultsOf(page, `Rename ${name}`)
  await expect(resultOf(results, name)).toContainText('Done.')
  await results.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('checkbox', { name: 'Select front-desk' })).toBeVisible()
})

test('a desktop that a user is on is deleted after a tick, and the volume is said to be kept', async ({
  page,
  gatehouse,
  signIn,
}) => {
  await signIn('operator')
  const name = await openConnected(page, gatehouse)
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const asking = page.getByRole('dialog', { name: `Delete ${name}?` })
  await expect(asking).toContainText('1 user will be disconnected immediately')
  await expect(asking).toContainText("The user's volume is kept.")
  const confirm = asking.getByRole('button', { name: 'Delete 1 desktop' })
  await expect(confirm).toHaveAttribute('aria-disabled', 'true')
  await asking.getByRole('checkbox', { name: 'I understand that this desktop cannot be restored.' }).check()
  await confirm.click()

  const results = resultsOf(page, `Delete ${name}`)
  await expect(resultOf(results, name)).toContainText('Done.')
  await results.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('checkbox', { name: `Select ${name}`, exact: true })).toHaveCount(0)
})

test('several desktops are deleted at once', async ({ page, gatehouse, signIn }) => {
  await signIn('operator')
  await openConnected(page, gatehouse)
  const boxes = page.getByRole('checkbox', { name: /^Select lab-demo/ })
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await page.getByRole('button', { name: 'Delete 2' }).click()
  const asking = page.getByRole('dialog', { name: 'Delete 2 desktops?' })
  await asking.getByRole('checkbox', { name: 'I understand that these 2 desktops cannot be restored.' }).check()
  await asking.getByRole('button', { name: 'Delete 2 desktops' }).click()
  await expect(resultsOf(page, 'Delete 2 desktops').getByText('2 desktops: 2 done.')).toBeVisible()
})

test('a viewer may look and not touch', async ({ page, gatehouse, signIn }) => {
  await signIn('viewer')
  await open(page, poolNamed(gatehouse, 'lab-demo').path, 'lab-demo')
  const reason = 'Your role (viewer) cannot start and stop desktops.'
  for (const name of ['Start', 'Stop']) {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(reason)
    await button.click({ force: true }) // what is blocked takes no press
  }
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page
    .getByRole('button', { name: /^Actions for lab-demo/ })
    .first()
    .click()
  await expect(page.getByRole('menuitem', { name: 'Shut down' })).toContainText(reason)
  await expect(page.getByRole('menuitem', { name: /^Delete/ })).toContainText(
    'Your role (viewer) cannot rename and delete desktops.',
  )
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
  await expect(page.getByRole('definition').filter({ hasText: 'VM.Standard.E4.Flex' })).toContainText('set at creation')
  await expect(page.getByRole('region', { name: 'Device policy' }).getByText('set at creation')).toHaveCount(0)
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
  await expect(
    page.getByRole('dialog', { name: 'Stop lab-demo?' }).getByText('will be disconnected immediately'),
  ).toBeVisible()
  await expectAccessible(page)
})

test('the results of a stop, and an act in progress, are accessible in both themes', async ({
  page,
  gatehouse,
  signIn,
}) => {
  test.slow()
  const { id, path } = poolNamed(gatehouse, 'lab-demo')
  await sandboxOf(gatehouse).control.refuseDesktopPool(id, 'The pool is being resized.')
  await signIn('operator')
  await open(page, path, 'lab-demo')
  await stop(page)
  await expect(resultsOf(page, 'Stop lab-demo')).toContainText('Failed.')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(pending(page)).toContainText('operator could not stop desktop pool lab-demo')
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
})

test('on a phone a pool is chosen and stopped', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('operator')
  await open(page, '/desktop-pools?q=lab-demo', 'Desktop pools')
  await choose(page, 'lab-demo')
  await page.getByRole('button', { name: 'Stop 1 pool' }).click()
  await expectNoSidewaysScroll(page)
  await page.getByRole('dialog', { name: 'Stop lab-demo?' }).getByRole('button', { name: 'Stop 1 pool' }).click()
  const results = resultsOf(page, 'Stop lab-demo')
  await expect(results).toContainText('Done.')
  await expectNoSidewaysScroll(page)
})
