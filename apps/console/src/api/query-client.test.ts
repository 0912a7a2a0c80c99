import { QueryObserver, type MutationOptions } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { ApiError } from './api-error.ts'
import { createQueryClient, mayRetry } from './query-client.ts'

const problem = (code: ApiError['code']) => new ApiError({ code, status: 0, title: 'A title', detail: 'A sentence.' })

function clientOf() {
  let signedOut = 0
  const client = createQueryClient({
    onSignedOut: () => {
      signedOut += 1
    },
  })
  client.setQueryData(['pools'], [])
  const isAskedAgain = () => client.getQueryState(['pools'])?.isInvalidated
  const change = (options: MutationOptions) => client.getMutationCache().build(client, options).execute(undefined)
  return { client, change, isAskedAgain, signedOut: () => signedOut }
}

test('whatever was changed, everything is asked for again', async () => {
  const { change, isAskedAgain } = clientOf()
  await change({ mutationFn: () => Promise.resolve('stopped') })
  expect(isAskedAgain()).toBe(true)
})

test('an act is answered before anything is read again, and only what it touched is', async () => {
  const { client, change, isAskedAgain } = clientOf()
  let reads = 0
  const observer = new QueryObserver(client, {
    queryKey: ['desktops'],
    queryFn: () => {
      reads += 1
      return new Promise(() => {}) // a listing that takes for ever
    },
    initialData: [],
    staleTime: Infinity,
  })
  const stop = observer.subscribe(() => {})
  await change({ mutationFn: () => Promise.resolve('stopped'), meta: { touches: ['desktops'] } })
  expect(reads).toBe(1)
  expect(isAskedAgain()).toBe(false)
  stop()
})

test('signing in and out leaves what is on screen unasked', async () => {
  const { change, isAskedAgain } = clientOf()
  await change({ mutationFn: () => Promise.resolve('signed out'), meta: { changesSession: true } })
  expect(isAskedAgain()).toBe(false)
})

test('an answer that nobody is signed in is heard, whichever call it came to', async () => {
  const { client, change, signedOut } = clientOf()
  const fail = () => Promise.reject(problem('not_signed_in'))
  await client.fetchQuery({ queryKey: ['one'], queryFn: fail }).catch(() => {})
  await change({ mutationFn: fail }).catch(() => {})
  await change({ mutationFn: () => Promise.reject(problem('conflict')) }).catch(() => {})
  expect(signedOut()).toBe(2)
})

test('only an answer that never came is asked for once more', () => {
  expect(mayRetry(0, problem('unreachable'))).toBe(true)
  expect(mayRetry(1, problem('unreachable'))).toBe(false)
  expect(mayRetry(0, problem('upstream_throttled'))).toBe(false)
})
