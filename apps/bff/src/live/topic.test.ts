import { expect, test } from 'vitest'
import { parseTopic, topicName } from './topic.ts'

const id = 'ocid1.desktoppool.oc1.eu-frankfurt-1.aaaabbbbcccc'

test.for([
  'access-requests',
  'desktop-pools?state=ACTIVE&state=INACTIVE&sort=-use&offset=100&limit=100',
  'desktops/counts?search=finance&scope=frankfurt',
  'work-requests?progress=running',
  'overview?scope=region%3Aeu-frankfurt-1',
  'activity',
  `desktop-pool/frankfurt/${id}`,
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
  'desktops?colour=red',
  'desktops?sort=colour',
  'desktops?limit=many',
  'desktops/counts?sort=name',
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
