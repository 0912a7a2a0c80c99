import type { Gatehouse } from '@gatehouse/bff'
import type { WantedAccessRequest, WantedDecision } from '@gatehouse/sandbox'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { expect, test } from './fixtures.ts'

const control = (gatehouse: Gatehouse) => gatehouse.sandbox!.control // these tests always run on the sandbox

/** An operator asks for four hours on an Exadata rack, without a shell, unless told otherwise. */
async function raise(gatehouse: Gatehouse, wanted: Partial<WantedAccessRequest> = {}) {
  const { id } = await control(gatehouse).raiseAccessRequest({
    service: 'operator-access-control',
    severity: 'S3',
    approvers: 1,
    hours: 4,
    actions: ['INFRA_SERVICE_MGMT'],
    summary: 'The agent has to be restarted',
    ...wanted,
  })
  const service = wanted.service ?? 'operator-access-control'
  return { id, path: `/access-requests/frankfurt/${service}/${id}` }
}

const decide = (gatehouse: Gatehouse, id: string, decision: WantedDecision['decision'], user: WantedDecision['user']) =>
  control(gatehouse).decide(id, { decision, user, comment: `Decided by the ${user}` })

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name })
/** What can be decided on the page, not within a dialog. */
const act = (page: Page, name: string) => page.getByRole('group', { name: 'Decide' }).getByRole('button', { name })
const dialog = (page: Page) => page.getByRole('dialog')
const state = (page: Page, word: string) => page.getByRole('main').getByText(word, { exact: true }).first()

async function open(page: Page, path: string, heading = 'The agent has to be restarted') {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

/** Access that an administrator granted, with the operator let in. */
async function openAccess(gatehouse: Gatehouse, page: Page, wanted: Partial<WantedAccessRequest> = {}) {
  const request = await raise(gatehouse, wanted)
  await decide(gatehouse, request.id, 'approve', 'administrator')
  await open(page, request.path)
  await expect(state(page, 'Active')).toBeVisible()
  return request
}

test('an approver finds an access request in the inbox, approves it, and sees it come into effect', async ({
  page,
  signIn,
  gatehouse,
}) => {
  await raise(gatehouse)
  await signIn('approver')
  await page.goto('/access-requests')
  await page.getByRole('link', { name: 'The agent has to be restarted' }).click()

  await expect(page.getByRole('region', { name: 'Decision' })).toContainText('You can approve or reject this request.')
  await act(page, 'Approve').click()
  await expect(dialog(page)).toContainText('The operator can sign in to')
  await button(dialog(page), /^Grant 4 h to /).click()

  const progress = page.getByRole('region', { name: 'Your approval' })
  await expect(progress).toContainText('OCI accepted it.')
  await expect(progress).toContainText('Access is active until')
  await expect(state(page, 'Active')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Activity in Gatehouse' })).toContainText('approver (approver)')
  await expect(page.getByRole('region', { name: 'History' })).toContainText('Active')
})

test('a rejection needs a reason, and is final', async ({ page, signIn, gatehouse }) => {
  const { path } = await raise(gatehouse)
  await signIn('approver')
  await open(page, path)
  await act(page, 'Reject').click()
  const reject = button(dialog(page), /^Reject access to /)
  await reject.click()
  await expect(dialog(page)).toBeVisible()

  await dialog(page).getByLabel('Reason').fill('  ')
  await expect(reject).toBeDisabled()
  await dialog(page).getByLabel('Reason').fill('The window is closed')
  await reject.click()
  await expect(page.getByRole('region', { name: 'Your rejection' })).toContainText('In effect (done)')
  await expect(state(page, 'Rejected')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Activity in Gatehouse' })).toContainText('“The window is closed”')
  await expect(act(page, 'Approve')).toBeDisabled()
})

test('a revoke is red until OCI says that access is closed', async ({ page, signIn, gatehouse }) => {
  await signIn('approver')
  await openAccess(gatehouse, page)
  await act(page, 'Revoke').click()
  await expect(dialog(page)).toContainText('is disconnected')
  await dialog(page).getByLabel('Reason').fill('It smells')
  await button(dialog(page), /^Revoke access to /).click()

  const progress = page.getByRole('region', { name: 'Your revoke' })
  await expect(progress).toContainText('Access may still be open until OCI confirms the revoke.')
  await expect(progress).toContainText('In effect (done)')
  await expect(state(page, 'Revoked')).toBeVisible()
})

test('a revoke that fails is an alarm, on the page and in the inbox', async ({ page, signIn, gatehouse }) => {
  await signIn('approver')
  await openAccess(gatehouse, page, { revokeFails: true })
  await act(page, 'Revoke').click()
  await dialog(page).getByLabel('Reason').fill('It smells')
  await button(dialog(page), /^Revoke access to /).click()
  await expect(page.getByRole('region', { name: 'Decision' })).toContainText('Access may still be open')
  await expect(state(page, 'Revoke failed')).toBeVisible()
  await expect(button(page, 'Copy support details')).toBeVisible()

  await page.goto('/access-requests')
  await page.getByRole('link', { name: 'View', exact: true }).click()
  await expect(page.getByRole('link', { name: 'The agent has to be restarted' })).toBeVisible()
})

test('two people approve what needs two approvals', async ({ page, signIn, another, gatehouse }) => {
  const { path } = await raise(gatehouse, { approvers: 2 })
  await signIn('approver')
  await open(page, path)
  await act(page, 'Approve').click()
  await button(dialog(page), 'Give approval 1 of 2').click()
  await expect(page.getByRole('region', { name: 'Your approval' })).toContainText('1 of 2 approvals.')
  await expect(page.getByRole('region', { name: 'Decision' })).toContainText('You have already approved this.')
  await expect(act(page, 'Approve')).toBeDisabled()

  const admin = await another('admin')
  await open(admin, path)
  await expect(admin.getByRole('region', { name: 'Decision' })).toContainText('1 of 2: approver')
  await act(admin, 'Approve').click()
  await button(dialog(admin), /^Grant 4 h to /).click()
  await expect(state(admin, 'Active')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Your approval' })).toContainText('Access is active until')
})

test('one OCI user is not two approvers, wherever the first approval was given', async ({
  page,
  signIn,
  gatehouse,
}) => {
  const { id, path } = await raise(gatehouse, { approvers: 2 })
  await decide(gatehouse, id, 'approve', 'approver')
  await signIn('approver')
  await open(page, path)
  await expect(page.getByRole('region', { name: 'Decision' })).toContainText('Your OCI user has already approved this.')
  await act(page, 'Approve').press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect(act(page, 'Reject')).toBeEnabled()
})

test('an extension is approved for what it adds', async ({ page, signIn, gatehouse }) => {
  await signIn('approver')
  const { id } = await openAccess(gatehouse, page)
  await control(gatehouse).askExtension(id, 2)
  await expect(page.getByRole('region', { name: 'Decision' })).toContainText('4 h + 2 h requested')
  await act(page, 'Approve extension').click()
  await button(dialog(page), /^Grant 2 h more to /).click()
  await expect(state(page, 'Active, extended')).toBeVisible()
})

test('what somebody else decided meanwhile is shown, and nothing is sent', async ({ page, signIn, gatehouse }) => {
  const { id, path } = await raise(gatehouse)
  await signIn('approver')
  await open(page, path)
  await act(page, 'Approve').click()
  const grant = button(dialog(page), /^Grant 4 h to /)
  await expect(grant).toBeVisible()

  await decide(gatehouse, id, 'reject', 'administrator')
  await grant.click()
  await expect(dialog(page).getByRole('alert')).toContainText(
    'The access request changed while you were deciding. Nothing was sent',
  )
  await expect(dialog(page).getByRole('alert')).toContainText('Waiting for approval → Rejected')
  await expect(grant).toBeDisabled()
  const counts = await control(gatehouse).calls.counts()
  expect(counts['operator-access-control.approveAccessRequest'] ?? 0).toBe(0)
})

test('what changed and can still be decided is decided as it is now', async ({ page, signIn, gatehouse }) => {
  const { id, path } = await raise(gatehouse, { approvers: 2 })
  await signIn('approver')
  await open(page, path)
  await act(page, 'Approve').click()
  await expect(button(dialog(page), 'Give approval 1 of 2')).toBeVisible()

  await decide(gatehouse, id, 'approve', 'administrator')
  await expect(dialog(page).getByRole('alert')).toContainText('Approvals:')
  await button(dialog(page), 'Continue with the current version').click()
  await button(dialog(page), /^Grant 4 h to /).click()
  await expect(state(page, 'Active')).toBeVisible()
})

test('a decision whose answer was lost is unknown, and is tried again as the same decision', async ({
  page,
  signIn,
  another,
  gatehouse,
}) => {
  test.slow() // it is sent several times before the answer counts as lost
  const { path } = await raise(gatehouse)
  const operation = 'operator-access-control.approveAccessRequest' as const
  await control(gatehouse).faults.set({ operation, break: 'cut' })
  await signIn('approver')
  await open(page, path)
  await act(page, 'Approve').click()
  await expect(button(dialog(page), 'Cancel')).toBeVisible()
  await button(dialog(page), /^Grant 4 h to /).click()
  await expect(button(dialog(page), 'Close')).toBeVisible()
  await expect(dialog(page)).toContainText('Outcome unknown', { timeout: 60_000 })
  await expect(dialog(page)).toContainText('Gatehouse checks OCI until')
  await expect(dialog(page).getByLabel('Comment')).toBeDisabled()

  const viewer = await another('viewer')
  await open(viewer, path)
  const seen = viewer.getByRole('list', { name: 'Actions in progress' })
  await expect(seen).toContainText('approver may have approved access request')
  await expect(button(viewer, 'Try again')).toHaveCount(0)
  await viewer.goto('/activity?status=pending')
  await expect(viewer.getByRole('region', { name: 'Entries' })).toContainText('Unknown')

  await control(gatehouse).faults.clear()
  await button(dialog(page), 'Try again').click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Your approval' })).toContainText('Access is active until')
  await expect(page.getByRole('region', { name: 'Decision' })).toContainText('1 of 1')
  await expect(viewer.getByRole('region', { name: 'Entries' }).getByRole('listitem')).toHaveCount(0)
})

test('a decision whose answer was lost after it took effect is found in effect, and is not decided twice', async ({
  page,
  signIn,
  gatehouse,
}) => {
  test.slow() // as above
  const { path } = await raise(gatehouse)
  const operation = 'operator-access-control.approveAccessRequest' as const
  await control(gatehouse).faults.set({ operation, break: 'cut', afterEffect: true })
  await signIn('approver')
  await open(page, path)
  await act(page, 'Approve').click()
  await button(dialog(page), /^Grant 4 h to /).click()
  await expect(dialog(page)).toHaveCount(0, { timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'Your approval' })).toContainText('In effect (done)')
  await expect(page.getByRole('region', { name: 'Decision' })).toContainText('1 of 1')
  await expect(page.getByRole('region', { name: 'Activity in Gatehouse' })).toContainText('Approve: done')
})

test('a decision can be closed while it is sent, and is shown on the page until it is settled', async ({
  page,
  signIn,
  gatehouse,
}) => {
  const { path } = await raise(gatehouse)
  await control(gatehouse).faults.set({ operation: 'operator-access-control.approveAccessRequest', delayMs: 3000 })
  await signIn('approver')
  await open(page, path)
  await act(page, 'Approve').click()
  await button(dialog(page), /^Grant 4 h to /).click()
  await button(dialog(page), 'Close').click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(act(page, 'Approve')).toBeFocused()
  await expect(act(page, 'Approve')).toBeDisabled()
  await expect(page.getByRole('region', { name: 'Your approval' })).toContainText('OCI has not answered yet.')
  await expect(page.getByRole('region', { name: 'Your approval' })).toContainText('In effect (done)')
})

test('what OCI refuses is said beside the button, with its request id', async ({ page, signIn, gatehouse }) => {
  const { path } = await raise(gatehouse)
  await control(gatehouse).faults.set({
    operation: 'operator-access-control.approveAccessRequest',
    status: 409,
    code: 'IncorrectState',
    message: 'The control is being changed.',
    times: 1,
  })
  await signIn('approver')
  await open(page, path)
  await act(page, 'Approve').click()
  const grant = button(dialog(page), /^Grant 4 h to /)
  await grant.click()
  await expect(dialog(page).getByRole('alert')).toContainText('The control is being changed.')
  await expect(dialog(page).getByRole('alert')).toContainText('opc-request-id')
  await grant.click()
  await expect(state(page, 'Active')).toBeVisible()
})

test('what allows much asks for more: a comment, and a sentence to tick', async ({ page, signIn, gatehouse }) => {
  const { path } = await raise(gatehouse, { severity: 'S1', actions: ['INFRA_FULL'] })
  await signIn('approver')
  await open(page, path)
  await expect(page.getByRole('region', { name: 'Decision' })).toContainText('Full administration')
  await act(page, 'Approve').click()
  await expect(dialog(page)).toContainText('This grants full administration: INFRA_FULL.')
  const grant = button(dialog(page), /^Grant 4 h to /)
  await grant.click()
  await expect(dialog(page)).toBeVisible()
  await dialog(page).getByRole('checkbox').check()
  await grant.click()
  await expect(dialog(page)).toBeVisible()
  await dialog(page).getByLabel('Comment').fill('Agreed with the incident commander')
  await grant.click()
  await expect(state(page, 'Active')).toBeVisible()
})

test('an approver records keystrokes, writes to the operator, and lets access begin later', async ({
  page,
  signIn,
  gatehouse,
}) => {
  const { path } = await raise(gatehouse)
  await signIn('approver')
  await open(page, path)
  await act(page, 'Approve').click()
  await dialog(page).getByText('Auditing, message and start time').click()
  await dialog(page).getByLabel('Commands and keystrokes').check()
  await dialog(page).getByLabel('Message to the operator').fill('Call the bridge first')
  await dialog(page).getByLabel('Later').check()
  await dialog(page).getByLabel('Start', { exact: true }).fill(tomorrow())
  await button(dialog(page), /^Grant 4 h to .+ later$/).click()

  await expect(state(page, 'Approved for later')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Access details' })).toContainText('Commands and keystrokes')
  await expect(page.getByRole('region', { name: 'Comments' })).toContainText('Call the bridge first')
  await expect(act(page, 'Revoke')).toBeEnabled()
})

/** Noon tomorrow, as a field of date and time takes it. */
const tomorrow = () => `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T12:00`

test('an access request of a service provider is approved until its operator is in', async ({
  page,
  signIn,
  gatehouse,
}) => {
  const { path } = await raise(gatehouse, {
    service: 'delegate-access-control',
    actions: undefined,
    summary: 'Sessions hang on a cluster',
  })
  await signIn('approver')
  await open(page, path, 'Sessions hang on a cluster')
  await act(page, 'Approve').click()
  for (const box of await dialog(page).getByRole('checkbox').all()) await box.check()
  await dialog(page).getByLabel('Comment').fill('Go ahead')
  await button(dialog(page), /^Grant 4 h to /).click()
  const progress = page.getByRole('region', { name: 'Your approval' })
  await expect(progress.getByRole('link', { name: 'Work request' })).toBeVisible()
  await expect(progress).toContainText('Access is active until', { timeout: 20_000 })
})

test('a viewer sees everything and decides nothing', async ({ page, signIn, gatehouse }) => {
  const { path } = await raise(gatehouse)
  await signIn('viewer')
  await open(page, path)
  const decision = page.getByRole('region', { name: 'Decision' })
  await expect(decision).toContainText('Your role (viewer) cannot decide on access requests.')
  for (const name of ['Approve', 'Reject', 'Revoke']) {
    await act(page, name).press('Enter')
    await expect(dialog(page)).toHaveCount(0)
  }
})

test('what one person decides, another sees within two seconds, in the inbox and on the page', async ({
  page,
  signIn,
  another,
  gatehouse,
}) => {
  const { path } = await raise(gatehouse)
  await signIn('approver')
  await page.goto('/access-requests')
  const row = page.getByRole('link', { name: 'The agent has to be restarted' })
  await expect(row).toBeVisible()
  const viewer = await another('viewer')
  await open(viewer, path)
  const admin = await another('admin')
  await open(admin, path)

  await act(admin, 'Reject').click()
  await dialog(admin).getByLabel('Reason').fill('Not today')
  await button(dialog(admin), /^Reject access to /).click()
  await expect(dialog(admin)).toHaveCount(0)
  await Promise.all([
    expect(state(viewer, 'Rejected')).toBeVisible({ timeout: 2000 }),
    expect(row).toHaveCount(0, { timeout: 2000 }),
  ])
})

test('an access request is found, opened and approved with the keyboard alone', async ({ page, signIn, gatehouse }) => {
  await raise(gatehouse)
  await signIn('approver')
  await page.goto('/access-requests?q=agent')
  const row = page.getByRole('row', { name: /The agent has to be restarted/ })
  await expect(row).toBeVisible()
  await page.keyboard.press('j')
  await expect(row).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'The agent has to be restarted' })).toBeVisible()

  await tabTo(page, act(page, 'Approve'))
  await page.keyboard.press('Enter')
  await tabTo(page, button(dialog(page), /^Grant 4 h to /))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Your approval' })).toContainText('Access is active until')
  await expect(act(page, 'Approve')).toBeFocused()
})

async function tabTo(page: Page, target: Locator) {
  await target.waitFor()
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The Tab key does not lead there')
}

test('view, filters and search live in the address', async ({ page, signIn }) => {
  await signIn('viewer')
  await page.goto('/access-requests')
  await page.getByRole('link', { name: /^All/ }).click()
  await button(page, 'Severity').click()
  await page.getByRole('menuitemcheckbox', { name: /^S1/ }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox', { name: 'Search access requests' }).fill('eviction')
  await expect(page).toHaveURL('/access-requests?tab=all&severity=S1&q=eviction')
  const rows = page.getByRole('row')
  // the address comes first and the rows follow: only the head does not say what was searched for
  await expect(rows.filter({ hasNotText: /eviction/i })).toHaveCount(1)
  const shown = await rows.count()
  expect(shown).toBeGreaterThan(1)

  await page.reload()
  await expect(rows).toHaveCount(shown)
  await expect(button(page, 'Severity: S1')).toBeVisible()
})

test('an inbox with nothing to decide says where it looked and when', async ({ page, signIn, gatehouse }) => {
  await signIn('viewer')
  const lab = gatehouse.sandbox!.compartments.find(({ name }) => name === 'sandbox-lab')! // of every world
  await page.goto(`/access-requests?scope=frankfurt/${lab.id}`)
  await expect(page.getByText('Nothing waiting for a decision')).toBeVisible()
  await expect(page.getByText(/^0 waiting in Frankfurt \/ sandbox-lab, read .+\.$/).first()).toBeVisible()
})

test('a place that cannot be read is named, and the rest stays', async ({ page, signIn, gatehouse }) => {
  await raise(gatehouse)
  await signIn('approver')
  await page.goto('/access-requests')
  const row = page.getByRole('link', { name: 'The agent has to be restarted' })
  await expect(row).toBeVisible()
  await control(gatehouse).faults.set({
    operation: 'delegate-access-control.listDelegatedResourceAccessRequests',
    status: 503,
    code: 'ServiceUnavailable',
  })
  await expect(page.getByText(/places could not be read; their data may be old or missing/)).toBeVisible({
    timeout: 30_000,
  })
  await expect(row).toBeVisible()
  await control(gatehouse).faults.clear()
  await expect(page.getByText(/places could not be read; their data/)).toHaveCount(0, { timeout: 30_000 })
})

test('an access request that does not exist says so', async ({ page, signIn, gatehouse }) => {
  const { path } = await raise(gatehouse)
  await signIn('viewer')
  await page.goto(`${path.slice(0, -4)}zzzz`)
  await expect(page.getByRole('alert')).toContainText('does not exist')
})

test('a decision is taken with one thumb', async ({ page, signIn, gatehouse }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await raise(gatehouse)
  await signIn('approver')
  await page.goto('/access-requests?q=agent')
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: /The agent has to be restarted/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(act(page, 'Approve')).toBeInViewport({ ratio: 1 })
  await expectNoSidewaysScroll(page)
  await act(page, 'Approve').click()
  const grant = button(dialog(page), /^Grant 4 h to /)
  await expect(grant).toBeInViewport({ ratio: 1 })
  await grant.click()
  await expect(page.getByRole('region', { name: 'Your approval' })).toContainText('Access is active until')
})

for (const [what, address] of [
  ['the inbox', '/access-requests'],
  ['the list of alarms', '/access-requests?tab=alarm'],
  ['a search that finds nothing', '/access-requests?q=zzz'],
] as const) {
  test(`${what} is accessible in both themes`, async ({ page, signIn }) => {
    await signIn('approver')
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1, name: 'Access requests' })).toBeVisible()
    await expectAccessible(page)
  })
}

const risky: Partial<WantedAccessRequest> = {
  severity: 'S1',
  actions: ['INFRA_FULL', 'INFRA_SERVICE_MGMT'],
  approvers: 2,
}

test('the page of an access request is accessible in both themes', async ({ page, signIn, gatehouse }) => {
  const { path } = await raise(gatehouse, risky)
  await signIn('approver')
  await open(page, path)
  await expectAccessible(page)
})

for (const name of ['Approve', 'Reject']) {
  test(`the question before ${name} is accessible in both themes`, async ({ page, signIn, gatehouse }) => {
    const { path } = await raise(gatehouse, risky)
    await signIn('approver')
    await open(page, path)
    await act(page, name).click()
    if (name === 'Approve') await dialog(page).getByText('Auditing, message and start time').click()
    await expectAccessible(page)
  })
}
