import { divided } from '../../../world/size.ts'
import type { Region, World } from '../../../world/world.ts'
import { aboutControl } from '../about.ts'
import { controlResources, startControlWork, subscriptionResources } from '../delegation-work.ts'
import { applyErrors, badEnds, controlSettled } from '../transitions/control.ts'
import { deploymentErrors } from '../transitions/deployment.ts'
import { hasControl, seededControl } from './controls.ts'
import { pastDecisions } from './past-decisions.ts'
import { insertPastWork, type PastWork } from './past-work.ts'
import { rolloutMessages } from './rollout.ts'

const minuteMs = 60_000
const share = 1 / 3

/** Puts one work request into the world. */
type Candidate = () => unknown

/** This service's third of the world's work requests, what the access requests have set going included. */
export function seedWorkRequests(world: World) {
  const regions = [...world.regions.values()]
  const present = regions
    .flatMap((region) => [...region.workRequests.values()])
    .filter(({ extra }) => extra.service === 'delegate-access-control').length
  const wanted = Math.round(divided(world.options.size).usual.workRequests * share) - present
  const candidates = [
    ...notable(world),
    ...regions.flatMap((region) => pastDecisions(world, region)),
    ...regions.flatMap((region) => pastSubscriptions(world, region)),
  ]
  for (let place = 0; place < wanted; place += 1) candidates[place % candidates.length]?.()
}

/** What a reader should find: running now, in need of attention, failed, and with a long log. */
function notable(world: World): Candidate[] {
  const inRegion = (name: string) => {
    const control = seededControl(world, name)
    const region = world.regions.get(control.region)
    if (!region) throw new Error(`The world has no region ${control.region}.`)
    return { control, region }
  }
  const past = (
    name: string,
    verb: 'CREATE' | 'UPDATE',
    more: Partial<PastWork> & { minutesAgo: number; lines: number },
  ) => {
    const { control, region } = inRegion(name)
    const { minutesAgo, lines, ...rest } = more
    return insertPastWork(world, region, {
      operationType: `${verb}_DELEGATION_CONTROL`,
      compartmentId: control.compartmentId,
      resources: controlResources(control.wire, verb),
      acceptedAtMs: world.clock.ms() - minutesAgo * minuteMs,
      tookMs: lines * 1700,
      messages: rest.status ? rolloutMessages(control, lines).slice(0, lines) : rolloutMessages(control, lines),
      ...rest,
    })
  }
  const troubles = () => applyErrors(seededControl(world, 'ashburn-exascale-trial').wire)
  const candidates: { control: string; insert: (name: string) => unknown }[] = [
    { control: 'production-cloud-databases', insert: (name) => startRollout(world, inRegion(name), 480, 190) },
    {
      control: 'ashburn-exascale-trial',
      insert: (name) =>
        past(name, 'CREATE', { minutesAgo: 4300, lines: 34, status: 'NEEDS_ATTENTION', errors: troubles() }),
    },
    {
      control: 'staging-databases',
      insert: (name) =>
        past(name, 'UPDATE', { minutesAgo: 610, lines: 58, status: 'FAILED', errors: rolloutErrors(world) }),
    },
    { control: 'production-databases', insert: (name) => past(name, 'UPDATE', { minutesAgo: 1500, lines: 340 }) },
    { control: 'ashburn-staging-databases', insert: (name) => startRollout(world, inRegion(name), 260, 30) },
    {
      control: 'ashburn-production-databases',
      insert: (name) => past(name, 'UPDATE', { minutesAgo: 2600, lines: 520 }),
    },
    {
      control: 'ashburn-exascale-trial',
      insert: (name) =>
        past(name, 'UPDATE', {
          minutesAgo: 900,
          lines: 21,
          status: 'NEEDS_ATTENTION',
          errors: troubles().slice(0, 1),
        }),
    },
  ]
  return candidates
    .filter(({ control }) => hasControl(world, control))
    .map(
      ({ control, insert }) =>
        () =>
          insert(control),
    )
}

/** An update that is under way: its control is UPDATING, and ACTIVE when it has ended. */
function startRollout(
  world: World,
  { control, region }: { control: ReturnType<typeof seededControl>; region: Region },
  lines: number,
  behind: number,
) {
  region.delegationControls.change(control, { lifecycleState: 'UPDATING' })
  const acceptedAtMs = world.clock.ms() - behind * world.options.paceMs
  startControlWork(world, region, control.wire, {
    verb: 'UPDATE',
    steps: rolloutMessages(control, lines).map((message) => ({ message })),
    begun: { steps: behind, acceptedAtMs },
    onSuccess: controlSettled({ ...aboutControl(control), patch: { lifecycleState: 'ACTIVE' } }),
    ends: badEnds(aboutControl(control)),
  })
}

function rolloutErrors(world: World) {
  const [resourceId = ''] = seededControl(world, 'staging-databases').wire.resourceIds ?? []
  return [
    ...deploymentErrors(resourceId).slice(0, 1),
    {
      code: 'ChecksumMismatch',
      message: 'The sudo profile on 1 host differs from the catalogue; it was not replaced.',
    },
    { code: 'RolledBack', message: 'The delegation control is in effect as it was before the update.' },
  ]
}

function pastSubscriptions(world: World, region: Region): Candidate[] {
  return [...region.delegationSubscriptions.values()].map(
    (row) => () =>
      insertPastWork(world, region, {
        operationType: 'CREATE_DELEGATION_SUBSCRIPTION',
        compartmentId: row.compartmentId,
        resources: subscriptionResources(row.id, 'CREATE'),
        acceptedAtMs: Date.parse(row.wire.timeCreated ?? ''),
        tookMs: 9000,
        messages: ['Told the service provider', `Subscribed to ${row.wire.subscribedServiceType}`],
      }),
  )
}
