import { createServer, type AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGatehouse } from '@gatehouse/bff'
import config from './playwright.config.ts'
import { expect, test as base } from './fixtures.ts'

/** A name that is not localhost: there the browser calls plain http insecure, and leaves much out that pages rely on. */
const host = 'console.example'

const test = base.extend({
  gatehouse: async ({}, use) => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-'))
    const port = await freePort()
    const gatehouse = await startGatehouse({
      port,
      dataFolder,
      sandbox: { life: false, paceMs: 150 },
      env: { GATEHOUSE_PUBLIC_URL: `http://${host}:${port}` },
    })
    await use(gatehouse)
    await gatehouse.close()
    await rm(dataFolder, { recursive: true, force: true })
  },
})

test.use({
  launchOptions: {
    ...config.use?.launchOptions,
    args: [...(config.use?.launchOptions?.args ?? []), `--host-resolver-rules=MAP ${host} 127.0.0.1`],
  },
})

test('on plain http under a host name, people sign in, approve and stop', async ({ page, gatehouse }) => {
  test.slow()
  const { id } = await gatehouse.sandbox!.control.raiseAccessRequest({
    service: 'operator-access-control',
    severity: 'S3',
    approvers: 1,
    hours: 4,
    actions: ['INFRA_SERVICE_MGMT'],
    summary: 'The agent has to be restarted',
  })
  await page.goto('/')
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await page.getByLabel('Name').fill('admin')
  await page.getByLabel('Password').fill(gatehouse.demoPassword!)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()

  await page.goto(`/access-requests/frankfurt/operator-access-control/${id}`)
  await page.getByRole('group', { name: 'Decide' }).getByRole('button', { name: 'Approve' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Grant 4 h to / })
    .click()
  await expect(page.getByRole('region', { name: 'Your approval' })).toContainText('Access is active until')

  await page.goto('/desktop-pools')
  await page.getByRole('checkbox', { name: 'Select lab-demo', exact: true }).check()
  await page.getByRole('button', { name: 'Stop 1 pool' }).click()
  await page.getByRole('dialog', { name: 'Stop lab-demo?' }).getByRole('button', { name: 'Stop 1 pool' }).click()
  await expect(page.getByRole('dialog', { name: 'Stop lab-demo', exact: true }).getByText('Inactive')).toBeVisible()
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on TCP
  await new Promise((resolve) => server.close(resolve))
  return port
}
