import { expect, test } from 'vitest'
import { ApiError } from './api-error.ts'
import { call, toUrl } from './call.ts'

test('an OCID is encoded where it stands in the path', () => {
  expect(toUrl('/api/desktops/:connectionId/:desktopId/start', { connectionId: 'frankfurt', desktopId: 'a/b?c' })).toBe(
    '/api/desktops/frankfurt/a%2Fb%3Fc/start',
  )
})

test('a list repeats its name, and what is undefined is left out', () => {
  expect(toUrl('/api/activity', {}, { act: ['stop', 'start'], after: undefined })).toBe(
    '/api/activity?act=stop&act=start',
  )
})

test('a problem document becomes an error with its code and its words', async () => {
  const error = await answering(
    Response.json(
      {
        type: 'about:blank',
        title: 'Conflict',
        status: 409,
        code: 'conflict',
        detail: 'It is stopped.',
        requestId: 'r1',
        opcRequestId: 'o1',
      },
      { status: 409 },
    ),
  )
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ code: 'conflict', status: 409, message: 'It is stopped.', opcRequestId: 'o1' })
})

test('an error page of something in between is said to be one', async () => {
  const error = await answering(new Response('<h1>Bad gateway</h1>', { status: 502 }))
  expect(error).toMatchObject({ code: 'bad_answer', status: 502 })
})

test('no answer at all is unreachable', async () => {
  expect(await answering(new TypeError('fetch failed'))).toMatchObject({ code: 'unreachable', status: 0 })
})

async function answering(answer: Response | Error) {
  const { fetch } = globalThis
  globalThis.fetch = () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer))
  try {
    return await call('GET /api/session').catch((error: unknown) => error)
  } finally {
    globalThis.fetch = fetch
  }
}
