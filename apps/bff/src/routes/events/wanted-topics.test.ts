import { expect, test } from 'vitest'
import { personOf } from '../../testing/people.ts'
import { wantedTopics } from './wanted-topics.ts'

const viewer = personOf('viewer')

test('each topic is watched once, however often it is named', () => {
  expect(wantedTopics(['desktops?limit=10', 'activity', 'desktops?limit=10'], viewer)).toMatchObject({
    topics: [{ kind: 'view', view: { kind: 'window', noun: 'desktops', query: { limit: 10 } } }, { kind: 'activity' }],
    refused: [],
  })
})

test('what is no topic is refused by name, and the others are watched', () => {
  expect(wantedTopics(['desktops', 'everything'], viewer)).toMatchObject({
    topics: [{ kind: 'view', name: 'desktops' }],
    refused: [{ topic: 'everything', state: 'refused', reason: 'This is not a topic that can be watched.' }],
  })
})

test('each topic needs its own permission, and one that is missing costs only that topic', () => {
  const person = { ...viewer, permissions: ['desktop-pools:read'] as const }
  const { topics, refused } = wantedTopics(['desktops', 'work-requests', 'desktop-pools'], person)
  expect(topics).toMatchObject([{ name: 'desktops' }, { name: 'desktop-pools' }])
  expect(refused).toMatchObject([
    {
      topic: 'work-requests',
      reason: 'As viewer you may not watch work-requests: it needs the permission work-requests:read.',
    },
  ])
})
