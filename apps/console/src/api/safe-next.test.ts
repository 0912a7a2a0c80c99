import { expect, test } from 'vitest'
import { safeNext } from './safe-next.ts'

const origin = 'http://localhost:7070'

test('signing in leads back to the page that asked for it', () => {
  expect(safeNext('/access-requests?state=waiting#top', origin)).toBe('/access-requests?state=waiting#top')
})

test.for([
  null,
  '',
  'https://evil.example/',
  '//evil.example',
  String.raw`/\evil.example`,
  '/\t/evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  '/sign-in?next=/',
])('signing in never leads away, nor in circles: %s', (next) => {
  expect(safeNext(next, origin)).toBe('/')
})
