import { expect, test } from 'vitest'
import { testWorld } from '../testing.ts'
import { userNamed } from './seed/tenancy.ts'

test('the same seed makes the same OCIDs, another seed others', () => {
  const ids = (seed: number) => {
    const world = testWorld({ seed })
    return [world.tenancyId, ...world.compartments.values().map(({ id }) => id), world.ocid('desktoppool')]
  }
  expect(ids(1)).toEqual(ids(1))
  expect(new Set([...ids(1), ...ids(2)]).size).toBe(2 * ids(1).length)
})

test('an OCID has its type, its region, and 60 lower-case letters and digits', () => {
  expect(testWorld().ocid('desktoppool', 'eu-frankfurt-1')).toMatch(
    /^ocid1\.desktoppool\.oc1\.eu-frankfurt-1\.[a-z0-9]{60}$/,
  )
  expect(testWorld().ocid('user')).toMatch(/^ocid1\.user\.oc1\.\.[a-z0-9]{60}$/)
})

test('a user sees the compartments that their policies name, all below them, and no other', () => {
  const world = testWorld()
  const compartments = [...world.compartments.values()]
  const seenBy = (name: 'console' | 'restricted') =>
    compartments.filter(({ id }) => world.maySee(userNamed(world, name), id)).map(({ wire }) => wire.name)
  expect(seenBy('console')).toEqual(compartments.map(({ wire }) => wire.name))
  expect(seenBy('restricted')).toEqual(['workplace', 'desktops-finance', 'desktops-engineering', 'desktops-callcentre'])
  expect(world.maySee(userNamed(world, 'console'), world.ocid('compartment'))).toBe(false)
})
