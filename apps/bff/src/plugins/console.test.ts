import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startStack, type Stack } from '../testing/stack.ts'

const script = `console.log(${JSON.stringify('a console '.repeat(400))})`

let folder: string
let stack: Stack
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-console-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Gatehouse</title>')
  await writeFile(join(folder, 'assets', 'index-Bd3f0a1c.js'), script)
  await writeFile(join(folder, '.inputs'), 'a hash')
  stack = await startStack({ env: { GATEHOUSE_CONSOLE_DIR: folder } })
})
afterAll(async () => {
  await stack.close()
  await rm(folder, { recursive: true })
})

const page = (url: string) => stack.app.inject({ url, headers: { accept: 'text/html,application/xhtml+xml' } })

test('every page is the same file, revalidated each time', async () => {
  for (const url of ['/', '/access-requests', '/work-requests/frankfurt/desktops/ocid1.a?line=3']) {
    const reply = await page(url)
    expect(reply.statusCode).toBe(200)
    expect(reply.body).toContain('<title>Gatehouse</title>')
    expect(reply.headers).toMatchObject({
      'content-type': expect.stringContaining('text/html'),
      'cache-control': 'no-cache',
    })
  }
})

test('an asset is kept for good, since its name changes with its content', async () => {
  const reply = await stack.app.inject({ url: '/assets/index-Bd3f0a1c.js' })
  expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(reply.body).toBe(script)
})

test('a missing asset is missing, and not a page', async () => {
  const reply = await stack.app.inject({ url: '/assets/index-00000000.js', headers: { accept: '*/*' } })
  expect(reply.statusCode).toBe(404)
  expect(reply.headers['content-type']).toContain('text/plain')
})

test('nothing else in or above the folder is served', async () => {
  for (const url of ['/.inputs', '/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json']) {
    const reply = await stack.app.inject({ url })
    expect(reply.statusCode, url).toBeGreaterThanOrEqual(400)
    expect(reply.body).not.toContain('a hash')
    expect(reply.body).not.toContain('dependencies')
  }
})

describe('what is large', () => {
  test('travels as brotli or gzip, as the browser likes', async () => {
    const brotli = await stack.app.inject({
      url: '/assets/index-Bd3f0a1c.js',
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(script)
    const gzip = await stack.app.inject({ url: '/assets/index-Bd3f0a1c.js', headers: { 'accept-encoding': 'gzip' } })
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(script)
    expect(gzip.headers['vary']).toContain('accept-encoding')
  })

  test('travels compressed from the API too', async () => {
    const browser = await stack.signIn('viewer')
    const reply = await browser.inject({ url: '/api/docs/json', headers: { 'accept-encoding': 'br' } })
    expect(reply.headers['content-encoding']).toBe('br')
  })
})

test('a page may load its own files and nothing else', async () => {
  for (const reply of [await page('/'), await stack.app.inject({ url: '/api/session' })]) {
    const policy = String(reply.headers['content-security-policy'])
    for (const rule of [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "base-uri 'none'",
    ])
      expect(policy.split(';')).toContain(rule)
    expect(policy).not.toContain('unsafe')
    expect(reply.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    })
    expect(reply.headers).not.toHaveProperty('strict-transport-security')
  }
})

test('without a built console a page says how to get one', async () => {
  await using bare = await startStack({ env: { GATEHOUSE_CONSOLE_DIR: join(folder, 'nowhere') } })
  const reply = await bare.app.inject({ url: '/', headers: { accept: 'text/html' } })
  expect(reply.statusCode).toBe(404)
  expect(reply.body).toContain('pnpm build')
})
