import { usualSize } from '../size.ts'
import type { Region, User, World } from '../world.ts'
import { generatedCompartments } from './generated-compartments.ts'
import { addRegions } from './regions.ts'

const dayMs = 86_400_000

/** Each with the name of its parent; no parent means the tenancy itself. */
const compartments = [
  { name: 'platform', description: 'Databases and the machines they run on' },
  { name: 'exadata-production', parent: 'platform', description: 'Exadata infrastructure that serves production' },
  { name: 'exadata-staging', parent: 'platform', description: 'Exadata infrastructure for rehearsal and tests' },
  { name: 'workplace', description: 'Everything the people of the company work with' },
  { name: 'desktops-finance', parent: 'workplace', description: 'Desktops of the finance department' },
  { name: 'desktops-engineering', parent: 'workplace', description: 'Desktops with compilers and graphics' },
  { name: 'desktops-callcentre', parent: 'workplace', description: 'Desktops of the call centre, by shift' },
  { name: 'sandbox-lab', description: 'Try-outs; may be deleted at any time' },
] as const satisfies { name: string; parent?: string; description: string }[]

export type CompartmentName = (typeof compartments)[number]['name']

const groups = ['access-approvers', 'exadata-approvers', 'desktop-administrators'] as const

export type GroupName = (typeof groups)[number]

/** Named by role. Everyone sees the whole tenancy unless `sees` names a compartment. */
const users = [
  { name: 'console', groups: ['desktop-administrators'] },
  { name: 'approver', groups: ['access-approvers', 'exadata-approvers'] },
  { name: 'administrator', groups: ['access-approvers', 'exadata-approvers', 'desktop-administrators'] },
  { name: 'restricted', groups: [], sees: 'workplace' },
] as const satisfies { name: string; groups: GroupName[]; sees?: CompartmentName }[]

export type UserName = (typeof users)[number]['name']

export const userNames: readonly UserName[] = users.map(({ name }) => name)

/**
 * Puts the usual regions, compartments, groups and users into an empty world; comes before every other seed. What a
 * larger world has beside them comes after the usual seeds, so that those give the same OCIDs in a world of any size.
 */
export function seedTenancy(world: World): void {
  const created = world.clock.ms() - 900 * dayMs
  for (const [index, { name, parent, description }] of compartments
    .map((one) => ({ parent: undefined, ...one }))
    .entries()) {
    const parentId = parent ? compartmentId(world, parent) : world.tenancyId
    addCompartment(world, parentId, { name, description, createdMs: created + index * 11 * dayMs })
  }
  for (const name of groups) world.groups.set(name, world.ocid('group'))
  for (const user of users) {
    const id = world.ocid('user')
    world.users.set(id, {
      id,
      name: user.name,
      compartmentIds: ['sees' in user ? compartmentId(world, user.sees) : world.tenancyId],
      groupIds: user.groups.map((name) => groupId(world, name)),
    })
  }
  addRegions(world, 0, Math.min(world.options.size.regions, usualSize.regions))
}

/** The generated compartments of a large world. */
export function addGeneratedCompartments(world: World): void {
  const created = world.clock.ms() - 880 * dayMs
  for (const [index, { name, parent, description }] of generatedCompartments(world.options.size.compartments).entries())
    addCompartment(world, parent ? compartmentId(world, parent) : world.tenancyId, {
      name,
      description,
      createdMs: created + index * 1.5 * dayMs,
    })
}

/** One compartment more, right below the other. */
export function addCompartment(
  world: World,
  parentId: string,
  { name, description, createdMs }: { name: string; description: string; createdMs: number },
): void {
  const id = world.ocid('compartment')
  const wire = {
    id,
    compartmentId: parentId,
    name,
    description,
    timeCreated: new Date(createdMs).toISOString(),
    lifecycleState: 'ACTIVE' as const,
    freeformTags: {},
    definedTags: {},
  }
  world.compartments.insert(world.row(undefined, id, parentId, wire, undefined))
}

/** The OCID of a compartment the seed made. */
export function compartmentId(world: World, name: string): string {
  const id = findCompartment(world, name)
  if (!id) throw new Error(`The world has no compartment named ${name}`)
  return id
}

/** The OCID of the compartment with that name, whoever made it. */
export const findCompartment = (world: World, name: string): string | undefined =>
  world.compartments.values().find(({ wire }) => wire.name === name)?.id

/** The OCID of a group the seed made. */
export function groupId(world: World, name: GroupName): string {
  const id = world.groups.get(name)
  if (!id) throw new Error(`The world has no group named ${name}`)
  return id
}

/** An OCI user the seed made, by role. */
export function userNamed(world: World, name: UserName): User {
  for (const user of world.users.values()) if (user.name === name) return user
  throw new Error(`The world has no user named ${name}`)
}

/** The region with that name, or the home region. */
export function regionNamed(world: World, name: string = world.homeRegion): Region {
  const region = world.regions.get(name)
  if (!region) throw new Error(`The world has no region named ${name}, only ${[...world.regions.keys()].join(', ')}`)
  return region
}
