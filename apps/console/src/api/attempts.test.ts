import type { Action, Problem } from '@gatehouse/contract'
import { expect, test } from 'vitest'
import { acceptedAction, action, unknownAction } from '../states/testing-action.ts'
import { ApiError, type ApiErrorCode } from './api-error.ts'
import { standingOf, wasSent } from './attempt.ts'
import { createAttempts } from './attempts.ts'

const apiError = (code: ApiErrorCode, status: number, attempt?: Problem['attempt']) =>
  new ApiError({ code, status, title: 'A title', detail: `It ended with ${code}.`, ...(attempt && { attempt }) })

const unreachable = apiError('unreachable', 0)
const stale = apiError('stale', 412)
const refused = (id: string, wasSent = true) => apiError('conflict', 409, { id, wasSent })
const again = () => Promise.reject(new Error('The ledger does not have it'))

/** Attempts whose requests and reads end when the test says so. */
function setUp() {
  const requests: { id: string; answer: (action: Action) => void; fail: (error: unknown) => void }[] = []
  const pauses: { ms: number; pass: () => void }[] = []
  let ledger: Action | null = null
  let reads = 0
  const attempts = createAttempts({
    read: (id) => {
      reads += 1
      return ledger ? Promise.resolve({ ...ledger, id }) : Promise.reject(apiError('not_found', 404))
    },
    wait: (ms) => new Promise((pass) => pauses.push({ ms, pass })),
    now: () => 0,
  })
  const order = (name: string) => ({
    act: 'stopDesktopPool',
    connectionId: 'frankfurt',
    subject: { service: 'desktops' as const, id: name, name },
    personId: '1',
    send: (id: string) =>
      new Promise<Action>((answer, fail) => requests.push({ id, answer: (given) => answer({ ...given, id }), fail })),
  })
  const startOne = () => attempts.start([order('engineering')])[0] ?? ''
  const standing = (id: string) => {
    const attempt = attempts.read().get(id)
    return attempt && standingOf(attempt)
  }
  const settle = () => new Promise((resolve) => setTimeout(resolve))
  return {
    attempts,
    order,
    startOne,
    standing,
    settle,
    requests,
    latest: () => requests.at(-1)!, // a request was made
    pauses,
    reads: () => reads,
    attempt: (id: string) => attempts.read().get(id)!, // it was started
    write: (written: Action | null) => {
      ledger = written
    },
    /** Lets the pause before the next read pass. */
    readNext: async () => {
      pauses.at(-1)?.pass()
      await settle()
    },
  }
}

test('an attempt is sending until OCI answered, and an accepted act is not done', async () => {
  const { startOne, standing, latest, settle } = setUp()
  const id = startOne()
  expect(standing(id)).toBe('sending')
  latest().answer(acceptedAction())
  await settle()
  expect(standing(id)).toBe('accepted')
})

test('four are sent at a time, each as an attempt of its own, and each gets its turn', async () => {
  const { attempts, order, standing, requests, settle } = setUp()
  const ids = attempts.start(Array.from({ length: 6 }, (_, index) => order(`pool ${index}`)))
  expect(new Set(ids).size).toBe(6)
  expect(ids.map(standing)).toEqual(['sending', 'sending', 'sending', 'sending', 'waiting', 'waiting'])

  requests[0]?.answer(acceptedAction())
  requests[1]?.fail(stale)
  await settle()
  expect(ids.map(standing)).toEqual(['accepted', 'failed', 'sending', 'sending', 'sending', 'sending'])
})

test('a problem that names the attempt is its failure, sent or not', async () => {
  const { startOne, standing, attempt, latest, settle } = setUp()
  const sent = startOne()
  latest().fail(refused(sent))
  const notSent = startOne()
  latest().fail(refused(notSent, false))
  await settle()
  expect([standing(sent), wasSent(attempt(sent))]).toEqual(['failed', true])
  expect([standing(notSent), wasSent(attempt(notSent))]).toEqual(['failed', false])
})

test('a problem before the ledger fails a first request, and nothing was sent', async () => {
  const { startOne, standing, attempt, latest, settle, pauses } = setUp()
  const id = startOne()
  latest().fail(stale)
  await settle()
  expect(standing(id)).toBe('failed')
  expect(wasSent(attempt(id))).toBe(false)
  expect(pauses).toHaveLength(0)
})

test('only a failed attempt is made anew, under another id', async () => {
  const { attempts, startOne, standing, latest, settle } = setUp()
  const id = startOne()
  expect(() => attempts.retry([id])).toThrow('Only a failed attempt')
  latest().fail(stale)
  await settle()
  const [fresh = ''] = attempts.retry([id])
  expect(fresh).not.toBe(id)
  expect(standing(id)).toBeUndefined()
  expect(standing(fresh)).toBe('sending')
})

test.for([
  ['no answer', unreachable],
  ['an answer that cannot be read', apiError('bad_answer', 200)],
  ['an error page', apiError('bad_answer', 502)],
  ['a failure of the server', apiError('internal', 500)],
  ['a gateway that gave up', apiError('bad_answer', 504)],
] as const)('after %s the attempt is unknown, and cannot be made anew', async ([, error]) => {
  const { attempts, startOne, standing, attempt, latest, settle } = setUp()
  const id = startOne()
  latest().fail(error)
  await settle()
  expect(standing(id)).toBe('unknown')
  expect(wasSent(attempt(id))).toBe(true)
  expect(() => attempts.retry([id])).toThrow('Only a failed attempt')
})

test('an attempt in doubt is looked for in the ledger, ever more slowly, until it is there', async () => {
  const { startOne, standing, latest, settle, pauses, readNext, write, reads } = setUp()
  const id = startOne()
  latest().fail(unreachable)
  await settle()
  for (let round = 0; round < 8; round++) await readNext()
  expect(pauses.map(({ ms }) => ms)).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000])
  expect(standing(id)).toBe('unknown')

  write(acceptedAction())
  await readNext()
  expect(standing(id)).toBe('accepted')
  const before = reads()
  await readNext()
  expect(reads()).toBe(before)
})

test('an act that the ledger has only as sent is read again', async () => {
  const { startOne, standing, latest, settle, readNext, write } = setUp()
  const id = startOne()
  latest().fail(unreachable)
  await settle()
  write(acceptedAction({ status: 'sent', answeredAt: null }))
  await readNext()
  expect(standing(id)).toBe('sent')
  write(action({ status: 'failed', problem: 'OCI refused it.' }))
  await readNext()
  expect(standing(id)).toBe('failed')
})

test('trying again what is in doubt repeats the request under the same id', async () => {
  const { attempts, startOne, standing, attempt, requests, latest, settle } = setUp()
  const id = startOne()
  latest().fail(unreachable)
  await settle()
  attempts.tryAgain(id, again)
  expect(requests.map((request) => request.id)).toEqual([id, id])
  expect(attempt(id).step).toBe('sending')
  expect(standing(id)).toBe('unknown')

  attempts.tryAgain(id, again) // pressed twice
  expect(requests).toHaveLength(2)
  latest().answer(acceptedAction())
  await settle()
  expect(standing(id)).toBe('accepted')
})

test('once in doubt, a later problem before the ledger settles nothing', async () => {
  const { attempts, startOne, standing, attempt, latest, settle } = setUp()
  const id = startOne()
  latest().fail(unreachable)
  await settle()
  attempts.tryAgain(id, again)
  latest().fail(stale)
  await settle()
  expect(standing(id)).toBe('unknown')
  expect(attempt(id).error).toBe(stale)

  attempts.tryAgain(id, again)
  latest().fail(refused(id))
  await settle()
  expect(standing(id)).toBe('failed')
})

test('an unknown act of the ledger is tried again by its attempt, without the first request', async () => {
  const { attempts, startOne, standing, requests, latest, settle } = setUp()
  const id = startOne()
  latest().answer(unknownAction())
  await settle()
  const asked: string[] = []
  attempts.tryAgain(id, (attemptId) => {
    asked.push(attemptId)
    return Promise.resolve(acceptedAction({ id: attemptId }))
  })
  await settle()
  expect(asked).toEqual([id])
  expect(requests).toHaveLength(1)
  expect(standing(id)).toBe('accepted')
})

test('an unknown act that was sent before a reload is tried again as well', async () => {
  const { attempts, standing, settle } = setUp()
  const lost = unknownAction()
  attempts.tryAgain(lost.id, () => Promise.reject(refused(lost.id)), lost)
  await settle()
  expect(standing(lost.id)).toBe('failed')
})

test('an act is tried again only while it is unknown', async () => {
  const { attempts, startOne, requests, latest, settle } = setUp()
  const id = startOne()
  latest().answer(acceptedAction())
  await settle()
  attempts.tryAgain(id, () => Promise.reject(new Error('It was sent again')))
  await settle()
  expect(requests).toHaveLength(1)
})

test('an event carries an accepted act to its end', async () => {
  const { attempts, startOne, standing, latest, settle } = setUp()
  const id = startOne()
  latest().answer(acceptedAction())
  await settle()
  attempts.observe(action({ id, status: 'failed', problem: 'The work request failed.' }))
  expect(standing(id)).toBe('failed')
})

test('an answer that arrives after a later event does not take its place', async () => {
  const { attempts, startOne, standing, latest, settle } = setUp()
  const id = startOne()
  attempts.observe(acceptedAction({ id, status: 'sent' }))
  expect(standing(id)).toBe('sent')
  attempts.observe(action({ id }))
  latest().answer(acceptedAction())
  await settle()
  expect(standing(id)).toBe('done')
})

test('events of acts that this tab did not send change nothing', () => {
  const { attempts } = setUp()
  const before = attempts.read()
  attempts.observe(action())
  expect(attempts.read()).toBe(before)
})
