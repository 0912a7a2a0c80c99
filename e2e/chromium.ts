import { execFile } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'

const execute = promisify(execFile)

/** A headless shell has no windows to draw, and takes two thirds of the time for the same tests. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const macApps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * An absolute path to a Chromium that runs here: the one named by CHROMIUM_PATH, Playwright's own, one on PATH,
 * Playwright's after downloading it, or the one that ships in an npm package. Nothing is installed system-wide.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (await runs(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, which does not run. Point it at a Chromium or Chrome, or unset it.`)
  }
  for (const rung of [playwrightsOwn, onPath, downloaded, fromNpm]) {
    const path = await rung()
    if (path && (await runs(path))) return path
  }
  throw new Error(
    'The end-to-end tests need a Chromium and none could be found or fetched. Install one (Debian and Ubuntu: ' +
      '"apt-get install chromium"; macOS: "brew install --cask chromium") or set CHROMIUM_PATH.',
  )
}

const runs = (path: string) =>
  execute(path, ['--version'], { timeout: 20_000 }).then(
    ({ stdout }) => /chrom/i.test(stdout),
    () => false,
  )

const playwrightsOwn = async () => [chromium.executablePath(), ...headlessShells()].find((path) => existsSync(path))

const headlessShells = () =>
  globSync(join(homedir(), '.cache/ms-playwright/chromium_headless_shell-*/*/{headless_shell,chrome-headless-shell}'))

async function onPath(): Promise<string | undefined> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...macApps]
  for (const path of candidates) if (existsSync(path) && (await runs(path))) return path
  return undefined
}

async function downloaded() {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  await execute(process.execPath, [cli, 'install', '--only-shell', 'chromium'], { timeout: 120_000 }).catch(() => {})
  return playwrightsOwn()
}

/** `@sparticuz/chromium` carries a headless Chromium for Linux; it is fetched with npm into node_modules/.cache. */
async function fromNpm() {
  const folder = join(import.meta.dirname, 'node_modules/.cache/chromium')
  await mkdir(folder, { recursive: true })
  const install = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '@sparticuz/chromium@153']
  try {
    await execute('npm', install, { timeout: 300_000 })
    const entry = createRequire(pathToFileURL(join(folder, 'x.js'))).resolve('@sparticuz/chromium')
    const packed = (await import(pathToFileURL(entry).href)) as { default: { executablePath(): Promise<string> } }
    return await packed.default.executablePath()
  } catch {
    return undefined
  }
}
