import { expect, test } from 'vitest'
import { shortenOcid } from './shorten-ocid.ts'

test('an OCID keeps its kind and its end', () => {
  expect(shortenOcid('ocid1.desktoppool.oc1.eu-frankfurt-1.aaaaaaaa4fkzbqx7k2qa')).toBe('desktoppool…x7k2qa')
})

test('a long id that is no OCID keeps both its ends, a short one is whole', () => {
  expect(shortenOcid('abcdefghijklmnopqrstuvwxyz0123456789')).toBe('abcdefghijkl…456789')
  expect(shortenOcid('unknown')).toBe('unknown')
})
