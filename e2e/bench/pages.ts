import { spawn } from 'node:child_process'
import { once } from 'node:events'
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
  for (const [name, path] of [
    ['Sign-in page', '/sign-in'],
    ['Overview', '/'],
  ] as const) {
    // in the browser, and not as a header of the page's own calls: its worker asks, too
    if (path === '/') await setCookie(port, gatehouse.url, cookie)
    const run = await lighthouse(`${gatehouse.url}${path}`, {
      port,
      logLevel: 'error',
      onlyCategories: ['performance'],
    })
    const shown = run?.lhr.finalDisplayedUrl
    if (shown !== `${gatehouse.url}${path}`) throw new Error(`Lighthouse went to ${path} and ended on ${shown}`)
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

/** Over the browser's DevTools, as no page of ours may see the cookie. */
async function setCookie(port: number, url: string, cookie: string) {
  const { webSocketDebuggerUrl } = (await (await fetch(`http://127.0.0.1:${port}/json/version`)).json()) as {
    webSocketDebuggerUrl: string
  }
  const socket = new WebSocket(webSocketDebuggerUrl)
  await once(socket, 'open')
  const [name, ...value] = cookie.split('=')
  const params = { cookies: [{ name, value: value.join('='), url, httpOnly: true, sameSite: 'Lax' }] }
  socket.send(JSON.stringify({ id: 1, method: 'Storage.setCookies', params }))
  const [{ data }] = (await once(socket, 'message')) as [MessageEvent<string>]
  socket.close()
  const { error } = JSON.parse(data) as { error?: { message: string } }
  if (error) throw new Error(`The cookie could not be set: ${error.message}`)
}
