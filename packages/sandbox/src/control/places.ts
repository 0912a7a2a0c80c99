import { invalidParameter } from '../fault.ts'
import { findCompartment, regionNamed } from '../world/seed/tenancy.ts'
import type { Region, World } from '../world/world.ts'

/** The home region unless named. Throws InvalidParameter for a name that is no region's. */
export function requireRegion(world: World, name: string | undefined): Region {
  if (name !== undefined && !world.regions.has(name))
    throw invalidParameter(`There is no region ${name}, only ${[...world.regions.keys()].join(', ')}`)
  return regionNamed(world, name)
}

/** The OCID of the compartment with that name. Throws InvalidParameter for a name that is none's. */
export function requireCompartment(world: World, name: string): string {
  const id = findCompartment(world, name)
  if (id) return id
  const names = [...world.compartments.values()].map(({ wire }) => wire.name)
  throw invalidParameter(`There is no compartment ${name}, only ${names.join(', ')}`)
}
