import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'

const main = join(import.meta.dirname, '../main.ts')

/** A server in a process of its own, that can be killed. */
export interface BffProcess {
  child: ChildProcess
  url: string
}

/** Resolves when it listens. */
export async function startBffProcess(env: NodeJS.ProcessEnv, folder?: string): Promise<BffProcess> {
  const child = spawn(process.execPath, [main], { env, cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const found = /Gatehouse is at (\S+)/.exec(output)?.[1]
      if (found) resolve(found)
    })
    child.on('exit', (code) => reject(new Error(`It ended with ${code} before it printed its address: ${output}`)))
  })
  return { child, url }
}

/** As a crash of the machine does. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

/** Runs a command, and resolves to what it prints. */
export async function runCommand(env: NodeJS.ProcessEnv, ...args: string[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, [main, ...args], { env })).stdout
}

/** Sends a request as a browser does. */
export const ask = (url: string, cookie: string, path: string, body?: object) =>
  fetch(url + path, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie },
    signal: AbortSignal.timeout(10_000),
  })

/** Resolves to the cookie of the session. */
export async function signInAt(url: string, name: string, password: string): Promise<string> {
  const reply = await ask(url, '', '/api/session', { name, password })
  expect(reply.status).toBe(200)
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
