import type { OperationId } from '@gatehouse/oci-api'
import { operations } from '@gatehouse/oci-api'
import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAccessRequest } from '../services/operator-access-control/access-request.ts'
import { raiseDelegatedResourceAccessRequest } from '../services/delegate-access-control/index.ts'
import { addPool } from '../services/desktops/create-pool.ts'
import { handlers } from '../services/index.ts'
import { addDesktop } from '../services/desktops/new-desktop.ts'
import { poolDetails } from '../services/desktops/testing.ts'
import { volumeOf } from '../services/desktops/volumes.ts'
import { callHandler } from '../testing.ts'
import { compartmentId, groupId, regionNamed } from '../world/seed/tenancy.ts'
import { startWork } from '../world/work.ts'
import type { Region, World } from '../world/world.ts'
import { onTheWire, validInputs } from './inputs.ts'
import type { Rig } from './rig.ts'
import { createRig } from './rig.ts'

let rig: Rig

beforeAll(async () => {
  rig = await createRig({ size: { pools: 24, desktops: 120 } })
})
afterAll(() => rig.close())
beforeEach(() => rig.state.reset())

interface List {
  compartment: 'desktops-engineering' | 'exadata-production'
  /** The thing in the path, if there is one. */
  id?: (region: Region) => string
  /** Adds one to it, named so. */
  insert: (world: World, region: Region, name: string) => unknown
  /** Takes one out of it, as the service forgets what was deleted long ago. */
  remove: (region: Region, id: string) => void
}

const firstPool = (region: Region) =>
  region.desktopPools.values().find(({ wire }) => wire.displayName === 'engineering-linux')!

const desktopList: List = {
  compartment: 'desktops-engineering',
  insert(world, region, userName) {
    const timeCreated = world.clock.now().toISOString()
    addDesktop(world, region, firstPool(region), { lifecycleState: 'ACTIVE', timeCreated, userName })
  },
  remove(region, id) {
    const desktop = region.desktops.get(id)
    region.desktops.remove(id)
    region.desktopPools.get(desktop.wire.poolId).extra.desktops.delete(desktop)
  },
}

const someWork = (service: 'desktops' | 'delegate-access-control', compartment: List['compartment']): List => ({
  compartment,
  insert: (world, region) =>
    startWork(world, region, {
      service,
      operationType: service === 'desktops' ? 'UPDATE_DESKTOP_POOL' : 'UPDATE_DELEGATION_CONTROL',
      compartmentId: compartmentId(world, compartment),
      resources: [{ entityType: 'thing', actionType: 'UPDATED', identifier: 'ocid1.thing.oc1..a' }],
      steps: [],
    }),
  remove: (region, id) => region.workRequests.remove(id),
})

const lists: Partial<Record<OperationId, List>> = {
  'desktops.listDesktopPools': {
    compartment: 'desktops-engineering',
    insert: (world, region, displayName) =>
      addPool(world, region, {
        ...poolDetails(world),
        displayName,
        compartmentId: compartmentId(world, 'desktops-engineering'),
      }),
    remove: (region, id) => region.desktopPools.remove(id),
  },
  'desktops.listDesktops': desktopList,
  'desktops.listDesktopPoolDesktops': { ...desktopList, id: (region) => firstPool(region).id },
  'desktops.listDesktopPoolVolumes': {
    compartment: 'desktops-engineering',
    id: (region) => firstPool(region).id,
    insert: (world, region, userName) =>
      region.desktopPoolVolumes.insert(volumeOf(world, region, firstPool(region), userName, world.clock.now())),
    remove: (region, id) => region.desktopPoolVolumes.remove(id),
  },
  'desktops.listWorkRequests': someWork('desktops', 'desktops-engineering'),
  'delegate-access-control.listWorkRequests': someWork('delegate-access-control', 'exadata-production'),
  'operator-access-control.listAccessRequests': {
    compartment: 'exadata-production',
    insert(world, region, summary) {
      const assignment = region.operatorControlAssignments
        .values()
        .find((row) => row.compartmentId === compartmentId(world, 'exadata-production'))!
      const actions = ['INFRA_DIAG']
      const usual = {
        reason: summary,
        subResources: [],
        severity: 'S3',
        durationInHours: 1,
        isAutoApproved: false,
      } as const
      createAccessRequest(world, region, { ...usual, assignment, actions, summary, subResources: [] }, world.clock.ms())
    },
    remove: (region, id) => region.accessRequests.remove(id),
  },
  'delegate-access-control.listDelegatedResourceAccessRequests': {
    compartment: 'exadata-production',
    insert(world, region, reasonForRequest) {
      const control = region.delegationControls.values().find((row) => row.wire.displayName === 'production-databases')!
      raiseDelegatedResourceAccessRequest(world, region, { delegationControlId: control.id, reasonForRequest })
    },
    remove: (region, id) => region.delegatedResourceAccessRequests.remove(id),
  },
  'operator-access-control.listOperatorControls': {
    compartment: 'exadata-production',
    insert: (world, _region, name) =>
      callHandler(world, handlers, 'operator-access-control.createOperatorControl', {
        body: {
          operatorControlName: name,
          approverGroupsList: [groupId(world, 'access-approvers')],
          isFullyPreApproved: false,
          resourceType: 'EXACC',
          compartmentId: compartmentId(world, 'exadata-production'),
        },
      }),
    remove: (region, id) => region.operatorControls.remove(id),
  },
}

/** What happens between two pages: how many come, with names that sort anywhere, and which of those there goes. */
const between = fc.record({
  names: fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 3 }),
  goes: fc.option(fc.nat(1000), { nil: undefined }),
})

const idOf = (item: { id?: string; desktopId?: string }) => item.id ?? item.desktopId ?? ''

test.each(Object.keys(lists) as OperationId[])(
  'pages of %s neither repeat nor lose what was there throughout',
  async (id) => {
    const list = lists[id]!
    const operation = operations[id]
    const sorts = validInputs(operation, new Map()).map(({ query: { sortBy, sortOrder } }) => ({ sortBy, sortOrder }))
    let serial = 0
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        sorts,
        fc.array(between, { minLength: 1, maxLength: 12 }),
        async (limit, sort, happenings) => {
          const { world } = rig
          const region = regionNamed(world)
          for (let more = 0; more < 4; more++) list.insert(world, region, `first-${++serial}`)
          const [name = ''] = operation.pathParameters
          const input = {
            path: list.id ? { [name]: list.id(region) } : {},
            query: { ...sort, compartmentId: compartmentId(world, list.compartment) },
          }
          const read = async (query: object) => {
            const { status, body, headers } = await rig.call(
              onTheWire(operation, { ...input, query: { ...input.query, ...query } }),
            )
            expect(status).toBe(200)
            return { ids: (body.items as object[]).map(idOf), next: headers['opc-next-page'] }
          }
          const before = (await read({ limit: 1000 })).ids
          const gone = new Set<string>()
          const seen: string[] = []
          let page: string | undefined
          for (let turn = 0; ; turn++) {
            const { ids, next } = await read({ limit, ...(page ? { page } : {}) })
            expect(ids.length).toBeLessThanOrEqual(limit)
            seen.push(...ids)
            if (!next) break
            page = next
            const { names, goes } = happenings[turn] ?? { names: [], goes: undefined }
            for (const one of names) list.insert(world, region, `${one}-${++serial}`)
            const victim = goes === undefined ? undefined : before[goes % before.length]
            if (victim && !gone.has(victim) && victim !== list.id?.(region)) {
              list.remove(region, victim)
              gone.add(victim)
            }
          }
          expect(new Set(seen).size).toBe(seen.length)
          expect(before.filter((one) => !gone.has(one) && !seen.includes(one))).toEqual([])
        },
      ),
      { numRuns: 12, interruptAfterTimeLimit: 3000 },
    )
  },
)
