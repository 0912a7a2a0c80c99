import type { Gatehouse } from '@gatehouse/bff'
import type { Page } from '@playwright/test'
import { expect, test as base } from './fixtures.ts'
import { startStreamProxy, type StreamProxy } from './proxy.ts'

/** The console behind a proxy that treats event streams badly. Each page sees what a person behind such a proxy sees. */
const test = base.extend<{ streamProxy: StreamProxy }>({
  streamProxy: async ({ gatehouse }, use) => {
    const proxy = await startStreamProxy(gatehouse.url)
    await use(proxy)
    await proxy.close()
  },
  baseURL: async ({ streamProxy }, use) => use(streamProxy.url),
})

test.beforeEach(async ({ signIn }) => signIn('viewer'))

const control = (gatehouse: Gatehouse) => gatehouse.sandbox!.control // these tests always run on the sandbox

const chip = (page: Page, word: string) => page.getByRole('button', { name: new RegExp(`^${word}.*data freshness`) })

const log = (page: Page) => page.getByRole('log')
const mood = (page: Page, word: string) => page.getByRole('toolbar', { name: 'Log' }).getByText(word, { exact: true })

/** Opens the page of a work request with that many lines. */
async function openLog(page: Page, gatehouse: Gatehouse, lines: number) {
  const { id } = await control(gatehouse).createWorkRequest({ service: 'desktops', lines })
  await page.goto(`/work-requests/frankfurt/desktops/${id}`)
  await expect(log(page).getByRole('link', { name: `Link to line ${lines}`, exact: true })).toBeVisible()
  return id
}

/** Every line stands there once, in order, and no gap is marked. */
async function expectWholeLog(page: Page, lines: number) {
  await expect(log(page).getByRole('link', { name: `Link to line ${lines}`, exact: true })).toBeVisible()
  const numbers = await log(page)
    .getByRole('link', { name: /^Link to line/ })
    .evaluateAll((links) => links.map((link) => Number(link.textContent)))
  expect(numbers).toEqual(Array.from({ length: lines }, (_, index) => index + 1))
  await expect(log(page).getByText(/missing/)).toHaveCount(0)
}

for (const [fault, words] of [
  ['block', 'never answers a stream'],
  ['buffer', 'holds the events of a stream back'],
] as const) {
  test(`behind a proxy that ${words}, the page says that it polls, reads itself, and goes live when the proxy is mended`, async ({
    page,
    gatehouse,
    streamProxy: proxy,
  }) => {
    proxy.setFault(fault)
    const id = await openLog(page, gatehouse, 3)
    await expect(chip(page, 'Polling')).toBeVisible({ timeout: 20_000 })
    await expect(mood(page, 'Polling')).toBeVisible()
    await control(gatehouse).addLogLines(id, ['while streams are blocked'])

    await page.getByRole('navigation').getByRole('link', { name: 'Work requests' }).click()
    await expect(page.getByRole('status').getByText('Live updates are blocked.')).toBeVisible()
    await expect(page.getByText('No connection to Gatehouse.')).toHaveCount(0)
    await chip(page, 'Polling').click()
    await expect(page.getByRole('dialog')).toContainText('without buffering')

    proxy.setFault('pass')
    await page.getByRole('button', { name: /^Try now/ }).click()
    await expect(chip(page, 'Live')).toBeVisible()
    await expect(page.getByText('Live updates are blocked.')).toHaveCount(0)
    await page.goBack()
    await expectWholeLog(page, 4)
    await expect(mood(page, 'Live')).toBeVisible()
  })
}

test('a page behind a proxy that blocks streams shows what is new within half a minute, without a reload', async ({
  page,
  gatehouse,
  streamProxy: proxy,
}) => {
  proxy.setFault('refuse')
  await page.clock.install()
  const id = await openLog(page, gatehouse, 2)
  await expect(mood(page, 'Polling')).toBeVisible()
  await control(gatehouse).addLogLines(id, ['the third line'])
  const archived = async () => (await page.request.get(`/api/work-requests/frankfurt/desktops/${id}/log`)).text()
  await expect.poll(archived).toContain('the third line')
  await expect(log(page).getByText('the third line')).toHaveCount(0)
  await page.clock.fastForward(30_000)
  await expectWholeLog(page, 3)
})

test('streams that are cut every two seconds lose no line and double none', async ({
  page,
  gatehouse,
  streamProxy: proxy,
}) => {
  proxy.setFault('cut')
  const id = await openLog(page, gatehouse, 5)
  for (let round = 0; round < 5; round++) {
    const opened = proxy.streams()
    await control(gatehouse).addLogLines(id, [`round ${round}`, `round ${round}`])
    if (round % 2 === 0) await expect.poll(() => proxy.streams()).toBeGreaterThan(opened)
  }
  await expectWholeLog(page, 15)
  proxy.setFault('pass')
  await expect(mood(page, 'Live')).toBeVisible()
  await control(gatehouse).addLogLines(id, ['at last'])
  await expectWholeLog(page, 16)
})

test('streams whose events come late are live, and lose no line', async ({ page, gatehouse, streamProxy: proxy }) => {
  proxy.setFault('delay')
  const id = await openLog(page, gatehouse, 5)
  await expect(chip(page, 'Live')).toBeVisible()
  for (const text of ['one', 'two', 'three']) await control(gatehouse).addLogLines(id, [text])
  await expectWholeLog(page, 8)
  await expect(mood(page, 'Live')).toBeVisible()
})

test('only when Gatehouse does not answer at all, the page says that it is offline; it comes back by itself', async ({
  page,
  gatehouse,
  streamProxy: proxy,
}) => {
  const id = await openLog(page, gatehouse, 3)
  await expect(chip(page, 'Live')).toBeVisible()
  proxy.setDown(true)
  await expect(chip(page, 'Offline')).toBeVisible()
  await expect(mood(page, 'Offline')).toBeVisible()
  await control(gatehouse).addLogLines(id, ['while away'])
  proxy.setDown(false)
  await expect(chip(page, 'Live')).toBeVisible({ timeout: 20_000 })
  await expectWholeLog(page, 4)
})

test('where the browser forbids a SharedWorker, the page has a stream of its own', async ({ page, gatehouse }) => {
  await page.addInitScript(() => {
    globalThis.SharedWorker = class extends EventTarget {
      constructor() {
        super()
        throw new DOMException('Not here', 'SecurityError')
      }
    } as unknown as typeof SharedWorker // it only has to refuse
  })
  const id = await openLog(page, gatehouse, 1)
  await expect(chip(page, 'Live')).toBeVisible()
  await control(gatehouse).addLogLines(id, ['live in the page'])
  await expectWholeLog(page, 2)
})

test('when the file of the worker does not load, the page has a stream of its own', async ({
  page,
  gatehouse,
  streamProxy: proxy,
}) => {
  proxy.setMissing(/stream\.worker/)
  const id = await openLog(page, gatehouse, 1)
  await expect(chip(page, 'Live')).toBeVisible()
  await control(gatehouse).addLogLines(id, ['live in the page'])
  await expectWholeLog(page, 2)
})

test('what came while the code for events did not load is on the page once it has', async ({
  page,
  gatehouse,
  streamProxy: proxy,
}) => {
  proxy.setMissing(/live-events/)
  const id = await openLog(page, gatehouse, 1)
  await expect(chip(page, 'Live')).toBeVisible()
  const newLine = page.waitForResponse((reply) => reply.url().includes('live-events') && reply.status() === 404)
  await control(gatehouse).addLogLines(id, ['not lost'])
  await newLine
  await expect(log(page).getByText('not lost')).toHaveCount(0)
  proxy.setMissing(null)
  await expectWholeLog(page, 2)
})

test('signing out in one tab ends the stream of all tabs at once', async ({ page, gatehouse, context }) => {
  await openLog(page, gatehouse, 1)
  await expect(chip(page, 'Live')).toBeVisible()
  const other = await context.newPage()
  await other.goto('/work-requests')
  await expect(chip(other, 'Live')).toBeVisible()
  await other.request.delete('/api/session', { headers: { 'sec-fetch-site': 'same-origin' } })
  await expect(page).toHaveURL(/sign-in/)
  await expect(other).toHaveURL(/sign-in/)
})
