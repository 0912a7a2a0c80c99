import { expect, test } from 'vitest'
import { resourceKind, workSubject } from './work-subject.ts'

const resource = (id: string) => ({ type: 'thing', action: 'UPDATED', id, uri: null, metadata: {} })

test('work on a pool names it, and work on a desktop names the pool it is in', () => {
  const resources = [resource('ocid1.desktop.oc1.eu-frankfurt-1.b')]
  const pool = { id: 'ocid1.desktoppool.oc1.eu-frankfurt-1.a', name: 'engineering' }
  expect(workSubject({ resources, subject: { ...pool, isWithin: false } })).toBe('engineering')
  expect(workSubject({ resources, subject: { ...pool, isWithin: true } })).toBe('in engineering')
})

test('what has no name here is shown by the end of its id', () => {
  const control = resource('ocid1.delegationcontrol.oc1.eu-frankfurt-1.aaaax7k2qa')
  expect(workSubject({ resources: [control], subject: null })).toBe('delegationcontrol…x7k2qa')
  expect(workSubject({ resources: [], subject: null })).toBe('')
})

test('a kind reads as words however the service spells it, and one that OCI added since as it came', () => {
  expect(resourceKind('desktoppool')).toBe('Desktop pool')
  expect(resourceKind('DELEGATION_CONTROL')).toBe('Delegation control')
  expect(resourceKind('vmcluster')).toBe('VM cluster')
  expect(resourceKind('hologram')).toBe('hologram')
})
