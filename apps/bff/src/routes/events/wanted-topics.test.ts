import { expect, test } from 'vitest'
import { personOf } from '../../testing/people.ts'
import { resumePoint, wantedTopics } from './wanted-topics.ts'

const viewer = personOf('viewer')

test('each topic is watched once, however often it is named', () => {
  expect(wantedTopics(['desktops?limit=10', 'activity', 'desktops?limit=10'], viewer)).toMatchObject([
    { kind: 'view', view: { kind: 'window', noun: 'desktops', query: { limit: 10 } } },
    { kind: 'activity' },
  ])
})

test('what is no topic is refused by name', () => {
  expect(() => wantedTopics(['desktops', 'everything'], viewer)).toThrow(
    '"everything" is not a topic that can be watched.',
  )
})

test('each topic needs its own permission, and one that is missing refuses all', () => {
  const person = { ...viewer, permissions: ['desktop-pools:read'] as const }
  expect(wantedTopics(['desktops', 'desktop-pools'], person)).toHaveLength(2)
  expect(() => wantedTopics(['desktops', 'work-requests'], person)).toThrow(
    'As viewer you may not watch work-requests: it needs the permission work-requests:read.',
  )
})

test('the id of the last event wins over where the page began', () => {
  expect(resumePoint('17', 3)).toBe(17)
  expect(resumePoint(undefined, 3)).toBe(3)
  expect(resumePoint(undefined, undefined)).toBe(0)
  expect(() => resumePoint('last', 3)).toThrow('last-event-id')
  expect(() => resumePoint('-1', 3)).toThrow('last-event-id')
})
