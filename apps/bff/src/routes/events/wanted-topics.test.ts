import { expect, test } from 'vitest'
import { personOf } from '../../testing/people.ts'
import { wantedTopics } from './wanted-topics.ts'

const viewer = personOf('viewer')

test('each topic is watched once, however often it is named', () => {
  expect(wantedTopics(['desktops', 'activity', 'desktops'], viewer)).toEqual({
    topics: [{ kind: 'desktops' }, { kind: 'activity' }],
    refused: [],
  })
})

test('what is no topic is refused by name, and the others are watched', () => {
  expect(wantedTopics(['desktops', 'everything'], viewer)).toMatchObject({
    topics: [{ kind: 'desktops' }],
    refused: [{ topic: 'everything', state: 'refused', reason: 'This is not a topic that can be watched.' }],
  })
})

test('each topic needs its own permission, and one that is missing costs only that topic', () => {
  const person = { ...viewer, permissions: ['desktop-pools:read'] as const }
  const { topics, refused } = wantedTopics(['desktops', 'work-requests', 'desktop-pools'], person)
  expect(topics).toEqual([{ kind: 'desktops' }, { kind: 'desktop-pools' }])
  expect(refused).toMatchObject([
    {
      topic: 'work-requests',
      reason: 'As viewer you may not watch work-requests: it needs the permission work-requests:read.',
    },
  ])
})
