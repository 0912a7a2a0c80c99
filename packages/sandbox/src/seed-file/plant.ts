import { raise } from '../control/access-requests.ts'
import { seedMorePools } from '../services/desktops/index.ts'
import { addCompartment, findCompartment } from '../world/seed/tenancy.ts'
import type { World } from '../world/world.ts'
import type { Seeding } from './seed-file.ts'

/**
 * Puts into a seeded world what the seed file wants beside it. Everything else keeps its OCID. Throws an Error whose
 * message says what of it cannot be.
 */
export function plant(world: World, { compartments = [], desktopPools = [], accessRequests = [] }: Seeding): void {
  for (const [index, { name, parent, description }] of compartments.entries()) {
    if (findCompartment(world, name)) throw wrong(`compartments.${index}: there is a compartment named ${name} already`)
    const parentId = parent === undefined ? world.tenancyId : findCompartment(world, parent)
    if (!parentId) throw wrong(`compartments.${index}: there is no compartment named ${parent} above it`)
    const createdMs = world.clock.ms() - 86_400_000
    addCompartment(world, parentId, { name, description: description ?? 'A compartment of the seed file', createdMs })
  }

  const taken = new Set(
    [...world.regions.values()].flatMap((region) => region.desktopPools.values().map(nameOf).toArray()),
  )
  for (const [index, { name, compartment, region }] of desktopPools.entries()) {
    if (taken.has(name)) throw wrong(`desktopPools.${index}: there is a desktop pool named ${name} already`)
    taken.add(name)
    if (!findCompartment(world, compartment))
      throw wrong(`desktopPools.${index}: there is no compartment named ${compartment}`)
    if (region !== undefined && !world.regions.has(region))
      throw wrong(
        `desktopPools.${index}: this world has no region ${region}, only ${[...world.regions.keys()].join(', ')}`,
      )
  }
  seedMorePools(world, desktopPools)

  for (const [index, wanted] of accessRequests.entries())
    try {
      raise(world, wanted)
    } catch (error) {
      throw wrong(`accessRequests.${index}: ${error instanceof Error ? error.message : String(error)}`)
    }
}

const nameOf = ({ wire }: { wire: { displayName: string } }) => wire.displayName

const wrong = (reason: string) => new Error(`The seed file is not usable: ${reason.replace(/\.$/, '')}.`)
