import { createRegion } from '../region.ts'
import type { Region, World } from '../world.ts'

/** Commercial regions of OCI with their keys and the middle of the names of their availability domains; home first. */
const regions = [
  { name: 'eu-frankfurt-1', key: 'FRA', domain: 'EU-FRANKFURT-1' },
  { name: 'us-ashburn-1', key: 'IAD', domain: 'US-ASHBURN' },
  { name: 'uk-london-1', key: 'LHR', domain: 'UK-LONDON-1' },
  { name: 'us-phoenix-1', key: 'PHX', domain: 'PHX' },
]

/** Every region that a world may have. */
export const regionNames: readonly string[] = regions.map(({ name }) => name)

/** Those from one place in the list of regions to another, without anything in them; gives what it has made. */
export function addRegions(world: World, from: number, to: number): Region[] {
  return regions.slice(from, to).map(({ name, key, domain }) => {
    const availabilityDomains = [1, 2, 3].map((number) => `GkzQ:${domain}-AD-${number}`)
    const availabilityDomainIds = availabilityDomains.map(() => world.ocid('availabilitydomain'))
    const region = createRegion(world, { name, key, availabilityDomains, availabilityDomainIds })
    world.regions.set(name, region)
    return region
  })
}
