import { expect, test } from 'vitest'
import { pool } from './testing-pool.ts'
import { resourceKind, workSubject } from './work-subject.ts'

const resource = (id: string) => ({ type: 'thing', action: 'UPDATED', id, uri: null, metadata: {} })
const engineering = pool({})

test('work on a pool names it, and work on a desktop names the pool it is in', () => {
  expect(workSubject({ resources: [resource(engineering.id)] }, [engineering])).toBe('engineering')
  const desktop = resource('ocid1.desktop.oc1.eu-frankfurt-1.b')
  expect(workSubject({ resources: [desktop, resource(engineering.id)] }, [engineering])).toBe('in engineering')
})

test('what has no name here is told by the end of its id', () => {
  const control = resource('ocid1.delegationcontrol.oc1.eu-frankfurt-1.aaaax7k2qa')
  expect(workSubject({ resources: [control] }, [engineering])).toBe('delegationcontrol…x7k2qa')
  expect(workSubject({ resources: [] }, [engineering])).toBe('')
})

test('a kind reads as words however the service spells it, and one that OCI added since as it came', () => {
  expect(resourceKind('desktoppool')).toBe('Desktop pool')
  expect(resourceKind('DELEGATION_CONTROL')).toBe('Delegation control')
  expect(resourceKind('vmcluster')).toBe('VM cluster')
  expect(resourceKind('hologram')).toBe('hologram')
})
