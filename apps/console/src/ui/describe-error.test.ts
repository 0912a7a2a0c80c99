import { expect, test } from 'vitest'
import { describeError } from './describe-error.ts'

test('an error made for people is said in its own words, with its ids', () => {
  const error = Object.assign(new Error('It is stopped.'), { title: 'Conflict', opcRequestId: 'o1', requestId: '' })
  expect(describeError(error)).toEqual({
    title: 'Conflict',
    detail: 'It is stopped.',
    opcRequestId: 'o1',
    requestId: undefined,
  })
})

test.for([new TypeError('undefined is not a function'), 'a string', undefined])(
  'any other is not shown to people: %s',
  (error) => {
    expect(describeError(error).detail).toMatch(/^The console ran into an error/)
  },
)
