import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { startGatehouse, type Gatehouse } from '@gatehouse/bff'
import type { Role } from '@gatehouse/contract'

/** The pace of the sandbox's work in these tests, in milliseconds a step. */
const paceMs = 150

/** How long an act is sent in these tests, in milliseconds. Tests of lost answers wait for the end of it. */
const patienceMs = 8_000

interface TestFixtures {
  /** The whole stack with a fresh world and an empty store; life stands still. */
  gatehouse: Gatehouse
  /** Signs the page in as the demo account of that role, through the API; it shows nothing yet. */
  signIn: (role: Role, page?: Page) => Promise<void>
  /** Another person: a page in a context of its own, signed in. */
  another: (role: Role) => Promise<Page>
}

export const test = base.extend<TestFixtures>({
  gatehouse: async ({}, use) => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-'))
    const gatehouse = await startGatehouse({
      port: 0,
      dataFolder,
      sandbox: { port: 0, life: false, paceMs },
      acts: { patienceMs },
    })
    await use(gatehouse)
    await gatehouse.close()
    await rm(dataFolder, { recursive: true, force: true })
  },

  baseURL: async ({ gatehouse }, use) => use(gatehouse.url),

  signIn: async ({ page, gatehouse }, use) => {
    await use((role, target = page) => signInAs(target, gatehouse, role))
  },

  another: async ({ browser, gatehouse, contextOptions }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (role) => {
      const context = await openContext(browser, gatehouse, contextOptions)
      contexts.push(context)
      const page = await context.newPage()
      await signInAs(page, gatehouse, role)
      return page
    })
    for (const context of contexts) await context.close()
  },
})

export { expect } from '@playwright/test'

async function signInAs(page: Page, gatehouse: Gatehouse, role: Role) {
  const reply = await post(page, '/api/session', { name: role, password: gatehouse.demoPassword })
  if (!reply.ok()) throw new Error(`Signing in as ${role} failed: ${await reply.text()}`)
}

/** An act stays open while Gatehouse tries, which is about half a minute at most. */
const postTimeoutMs = 60_000

/** What a person does through the console's own API, with the session of their page. */
export const post = (page: Page, path: string, data: object) =>
  page.request.post(path, { data, headers: { 'sec-fetch-site': 'same-origin' }, timeout: postTimeoutMs })

const openContext = (browser: Browser, gatehouse: Gatehouse, options: Parameters<Browser['newContext']>[0]) =>
  browser.newContext({ ...options, baseURL: gatehouse.url })
