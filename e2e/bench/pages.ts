import { spawn } from 'node:child_process'
import { startGatehouse } from '@gatehouse/bff'
import lighthouse from 'lighthouse'
import { findChromium } from '../chromium.ts'
import { signIn, temporaryFolder } from './stack.ts'

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
]

/** Bytes, largest contentful paint and blocking time of two pages, as Lighthouse measures them (its slow phone). */
export async function benchPages() {
  const folder = await temporaryFolder()
  const gatehouse = await startGatehouse({ port: 0, dataFolder: folder.path, sandbox: { port: 0, life: false } })
  const cookie = await signIn(gatehouse, 'viewer')
  const chromium = spawn(await findChromium(), [...flags, `--user-data-dir=${folder.path}/chromium`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    let text = ''
    chromium.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(text)?.[1]
      if (found) resolve(Number(found))
    })
    chromium.on('exit', () => reject(new Error(`Chromium ended early: ${text.slice(0, 400)}`)))
  })

  const rows = []
  for (const [name, path, headers] of [
    ['Sign-in page', '/sign-in', {}],
    ['Overview', '/', { cookie }],
  ] as const) {
    const run = await lighthouse(`${gatehouse.url}${path}`, {
      port,
      logLevel: 'error',
      onlyCategories: ['performance'],
      extraHeaders: headers,
    })
    const audits = run?.lhr.audits
    const number = (id: string) => audits?.[id]?.numericValue ?? Number.NaN
    rows.push({
      name: `${name}: bytes, largest contentful paint, blocking time`,
      value: `${(number('total-byte-weight') / 1000).toFixed(0)} kB, ${number('largest-contentful-paint').toFixed(0)} ms, ${number('total-blocking-time').toFixed(0)} ms`,
      aim: '',
      detail: `Lighthouse performance ${run?.lhr.categories.performance?.score ?? 'unknown'}`,
    })
  }
  chromium.kill()
  await gatehouse.close()
  await folder.remove()
  return rows
}
