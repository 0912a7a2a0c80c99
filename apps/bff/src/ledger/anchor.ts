import { open } from 'node:fs/promises'
import type { AnchorTarget } from '../config.ts'
import type { Head } from './append.ts'

export interface AnchorOptions {
  target: AnchorTarget | null
  log: { info(details: unknown, message: string): void; error(details: unknown, message: string): void }
  /** The shortest time between two deliveries, in milliseconds. */
  everyMs?: number
}

export interface Anchor {
  /** Call after the chain has grown. */
  advance(head: Head): void
  /** Delivers all heads that are not delivered yet. */
  close(): Promise<void>
}

const postMs = 5_000

/** The most undelivered heads to keep while the target fails. The oldest are dropped first. */
const headsKept = 1000

/**
 * Writes each new head of the chain to the log and to the target, if there is one. A copy outside of the store can later
 * prove that rows were removed or rewritten. Delivery runs in the background and never rejects. Heads that could not be
 * delivered are sent with the next one.
 */
export function createAnchor({ target, log, everyMs = 3_000 }: AnchorOptions): Anchor {
  let latest: Head | undefined
  let undelivered: Head[] = []
  let failing = false
  /** Begin the next write on a new line, because an interrupted write may have left half a line. */
  let inNewLine = true
  let timer: NodeJS.Timeout | undefined
  let delivering = Promise.resolve()

  function deliver(): void {
    if (!latest) return
    log.info({ ledger: latest }, 'The head of the ledger')
    if (target) undelivered = [...undelivered, latest].slice(-headsKept)
    latest = undefined
    delivering = delivering.then(deliverAll)
    timer = setTimeout(() => {
      timer = undefined
      deliver()
    }, everyMs)
    timer.unref()
  }

  async function deliverAll(): Promise<void> {
    const heads = undelivered
    if (!target || heads.length === 0) return
    try {
      await (target.kind === 'file' ? appendLines(target.path, heads, inNewLine) : post(target.url, heads))
      inNewLine = false
      undelivered = undelivered.filter((head) => !heads.includes(head))
      if (failing) log.info({}, 'The anchor of the ledger can be written again')
      failing = false
    } catch (error) {
      if (!failing) log.error({ err: error }, 'The anchor of the ledger cannot be written')
      failing = true
      inNewLine = true
    }
  }

  return {
    advance(head) {
      latest = head
      if (!timer) deliver()
    },
    async close() {
      deliver()
      clearTimeout(timer)
      await delivering
      // One retry, in case the last delivery failed.
      await deliverAll()
    },
  }
}

async function appendLines(path: string, heads: readonly Head[], inNewLine: boolean): Promise<void> {
  const file = await open(path, 'a', 0o600)
  try {
    const start = inNewLine && (await file.stat()).size > 0 ? '\n' : ''
    await file.appendFile(start + heads.map((head) => `${JSON.stringify(head)}\n`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}

async function post(url: URL, heads: readonly Head[]): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ heads }),
    redirect: 'error',
    signal: AbortSignal.timeout(postMs),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`The address answered with the status ${response.status}.`)
}
