import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const grid = (page: Page) => page.getByRole('grid', { name: 'Desktops' })
const focusedRow = (page: Page) => page.locator('tr:focus')
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search desktops and users' })
const selection = (page: Page) => page.getByRole('toolbar', { name: 'Selection' })

async function openDesktops(page: Page, query = '') {
  await page.goto(`/desktops${query}`)
  await expect(grid(page).getByRole('row').nth(1)).toContainText(/\d{4}/)
  const summary = page.getByText(/^[\d,]+ desktops: /)
  await expect(summary).toHaveText(/^\d,\d{3} desktops: /) // every place was read
  return Number.parseInt((await summary.innerText()).replace(',', ''), 10)
}

/** The number of matching desktops as it reads: "462 of 1,500 desktops" gives "462". */
async function matching(page: Page): Promise<string> {
  const note = page.getByText(/^[\d,]+ of [\d,]+ desktops$/)
  await expect(note).toBeVisible()
  return (await note.innerText()).split(' ')[0] ?? ''
}

test('the keyboard reaches every row of a list of which only a part is loaded', async ({ page, signIn }) => {
  await signIn('viewer')
  const all = await openDesktops(page)
  expect(all).toBeGreaterThan(1000)
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(all + 1))
  expect(await grid(page).getByRole('row').count()).toBeLessThan(100)

  await grid(page).getByRole('row').nth(1).focus()
  await page.keyboard.press('End')
  await expect(focusedRow(page)).toHaveAttribute('aria-rowindex', String(all + 1))
  await expect(focusedRow(page)).toContainText(/\d{4}/) // its page is loaded, and the focus is still on it
  await page.keyboard.press('k')
  await expect(focusedRow(page)).toHaveAttribute('aria-rowindex', String(all))
  await page.keyboard.press('Home')
  await expect(focusedRow(page)).toHaveAttribute('aria-rowindex', '2')
})

test('rows that were never on screen are selected by Shift and Space', async ({ page, signIn }) => {
  await signIn('operator')
  const all = await openDesktops(page)
  await grid(page).getByRole('row').nth(1).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('End')
  await expect(focusedRow(page)).toHaveAttribute('aria-rowindex', String(all + 1))
  await page.keyboard.press('Shift+Space')
  await expect(selection(page)).toContainText(`${all.toLocaleString('en')} desktops selected`)
})

test('all that match are selected without being loaded, read when the act is chosen, and counted in its button', async ({
  page,
  signIn,
}) => {
  await signIn('operator')
  await openDesktops(page, '?session=connected')
  const digits = await matching(page)
  const count = Number(digits.replace(',', ''))
  expect(count).toBeGreaterThan(300) // more than the pages that are loaded

  await page.getByRole('checkbox', { name: 'Select all' }).check()
  await selection(page)
    .getByRole('button', { name: `Select all ${digits} desktops that match` })
    .click()
  await expect(selection(page)).toContainText(`${digits} desktops selected`)
  await page
    .getByRole('checkbox', { name: /^Select [a-z]+-/ })
    .first()
    .uncheck()
  await expect(selection(page)).toContainText(`${(count - 1).toLocaleString('en')} desktops selected`)

  await selection(page).getByRole('button', { name: 'Shut down' }).click()
  const asking = page.getByRole('dialog', { name: /^Shut down [\d,]+ desktops\?$/ })
  const [, possible = ''] =
    /^Shut down ([\d,]+) desktops/.exec(await asking.getByRole('heading').first().innerText()) ?? []
  expect(Number(possible.replace(',', ''))).toBeGreaterThan(300)
  expect(Number(possible.replace(',', ''))).toBeLessThan(count)
  await expect(asking.getByRole('button', { name: `Shut down ${possible} desktops` })).toBeVisible()
  await asking.getByRole('button', { name: 'Cancel' }).click()

  // what is not listed is not acted on
  await search(page).fill('lab')
  await expect(selection(page)).toHaveCount(0)
})

test('a search shows the rows of the search before until its own are read', async ({ page, signIn }) => {
  await signIn('viewer')
  await openDesktops(page)
  const seen: number[] = []
  await page.exposeFunction('tellRows', (rows: number) => seen.push(rows))
  await page.evaluate(() => {
    const tell = () =>
      (globalThis as unknown as { tellRows: (rows: number) => void }).tellRows(
        document.querySelectorAll('tr[data-index]').length,
      )
    new MutationObserver(tell).observe(document.querySelector('tbody')!, { childList: true })
  })
  await search(page).pressSequentially('lab-demo-000', { delay: 30 })
  await expect(page).toHaveURL(/q=lab-demo-000/)
  await expect(page.getByText(/^9 of [\d,]+ desktops$/)).toBeVisible()
  expect(Math.min(...seen)).toBeGreaterThan(0)
})

test('a list is downloaded as it is filtered, with the rows that are not loaded', async ({ page, signIn }) => {
  await signIn('viewer')
  await openDesktops(page, '?session=connected&sort=-name')
  const digits = await matching(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download CSV' }).click(),
  ])
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(Number(digits.replace(',', '')) + 1)
})

test('the palette finds a desktop by its user, and shows it in the list of its pool', async ({ page, signIn }) => {
  await signIn('viewer')
  await openDesktops(page, '?session=connected')
  const row = grid(page).getByRole('row').nth(1)
  const user = await row.getByRole('gridcell').or(row.getByRole('cell')).nth(2).innerText()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill(user)
  await page
    .getByRole('option', { name: new RegExp(user) })
    .first()
    .click()
  await expect(page).toHaveURL(/\/desktop-pools\/.*\?q=ocid1/)
  await expect(page.getByRole('grid', { name: /^Desktops of/ })).toContainText(user)
})
