import { expect, test } from 'vitest'
import { parseTopic, topicName } from './topic.ts'

const id = 'ocid1.desktoppool.oc1.eu-frankfurt-1.aaaabbbbcccc'

test.for([
  'access-requests',
  'desktop-pools',
  'desktops',
  'work-requests',
  'activity',
  `desktop-pool/frankfurt/${id}`,
  `desktop-pool-desktops/frankfurt/${id}`,
  `access-request/frankfurt/operator-access-control/${id}`,
  `access-request/frankfurt/delegate-access-control/${id}`,
  `work-request/frankfurt/desktops/${id}`,
  `work-request-log/frankfurt/delegate-access-control/${id}`,
])('%s is a topic, and is told under the name it was asked for', (name) => {
  const topic = parseTopic(name)
  expect(topic).not.toBeNull()
  expect(topic && topicName(topic)).toBe(name)
})

test.for([
  '',
  'everything',
  'access-requests/',
  'work-requests/frankfurt',
  'desktop-pool/frankfurt',
  `desktop-pool/Frankfurt/${id}`,
  'desktop-pool/frankfurt/not-an-ocid',
  `desktop-pool/frankfurt/${id}/more`,
  `access-request/frankfurt/desktops/${id}`,
  `work-request/frankfurt/operator-access-control/${id}`,
  `constructor/frankfurt/desktops/${id}`,
])('"%s" is not a topic', (name) => {
  expect(parseTopic(name)).toBeNull()
})
