import type { Operation } from '@gatehouse/oci-api'
import { operationIds, operations } from '@gatehouse/oci-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compartmentId, regionNamed } from '../world/seed/tenancy.ts'
import type { DrawnInput } from './inputs.ts'
import { onTheWire, plainInput } from './inputs.ts'
import { likelyValues } from './likely.ts'
import { mayBeMissing } from './read-everything.ts'
import type { Rig } from './rig.ts'
import { createRig } from './rig.ts'

let rig: Rig

beforeAll(async () => {
  rig = await createRig({ size: { pools: 24, desktops: 200 } })
})
afterAll(() => rig.close())

const plain = (operation: Operation): DrawnInput => plainInput(operation, likelyValues(rig.world, operation.service))

const withPath = (operation: Operation, id: string) => {
  const [name = ''] = operation.pathParameters
  return onTheWire(operation, { ...plain(operation), path: { [name]: id } })
}

const missing = { status: 404, body: { code: 'NotAuthorizedOrNotFound', message: expect.stringMatching(/\w.{20}/) } }

const all = operationIds.map((id) => operations[id])
const named = all.filter(({ pathParameters }) => pathParameters.length > 0)
const asTable = (some: Operation[]) => some.map((operation) => [operation.id, operation] as const)

/** The sandbox keeps catalogues and the tenancy's own compartments for everybody to see. */
const catalogues = ['operatorActionId', 'serviceProviderId', 'serviceProviderActionId', 'tenancyId']
const guarded = named.filter(({ pathParameters }) => !catalogues.includes(pathParameters[0]!))

describe('what the path names is not found', () => {
  test.each(asTable(named))('by %s when there is no such thing', async (_id, operation) => {
    expect(await rig.call(withPath(operation, 'ocid1.thing.oc1.eu-frankfurt-1.unknown'))).toMatchObject(missing)
  })

  test.each(asTable(named))('by %s when it is of another kind', async (_id, operation) => {
    const group = rig.world.groups.get('access-approvers')!
    const [otherKind] = regionNamed(rig.world).desktopPoolVolumes.values().toArray()
    for (const id of [group, otherKind!.id]) expect(await rig.call(withPath(operation, id))).toMatchObject(missing)
  })

  // identity is the same in all regions
  test.each(asTable(named.filter(({ service }) => service !== 'identity')))(
    'by %s when it is in another region',
    async (_id, operation) => {
      const request = onTheWire(operation, plain(operation))
      expect(await rig.call({ ...request, target: `/us-ashburn-1${request.target}` })).toMatchObject(missing)
    },
  )

  test.each(asTable(named.filter((operation) => !guarded.includes(operation))))(
    'by %s only then: what belongs to the service is there for every user',
    async (_id, operation) => {
      const asRestricted = { ...onTheWire(operation, plain(operation)), user: 'restricted' as const }
      expect(await rig.call(asRestricted)).toMatchObject({ status: 200 })
    },
  )

  test.each(asTable(guarded))(
    'by %s when it is in a compartment that the caller may not see',
    async (_id, operation) => {
      const outOfSight = outOfSightOf(operation)
      const asRestricted = { ...withPath(operation, outOfSight), user: 'restricted' as const }
      expect(await rig.call(asRestricted)).toMatchObject(missing)
      // and it is there for those who may
      const seen = await rig.call(withPath(operation, outOfSight))
      expect(seen.status === 404).toBe(mayBeMissing.includes(operation.id) && /never|no /.test(seen.body.message))
    },
  )
})

/** Something that the path could name, outside of `workplace`. */
function outOfSightOf({ pathParameters, service }: Operation): string {
  const here = compartmentId(rig.world, 'workplace')
  const likely = likelyValues(rig.world, service).get(pathParameters[0]!) ?? []
  const restricted = [...rig.world.users.values()].find(({ name }) => name === 'restricted')!
  const found = likely.find((id) => {
    const row = rig.world.rows.get(id)
    const place = id === here || pathParameters[0] === 'compartmentId' ? id : row?.compartmentId
    return place !== undefined && !rig.world.maySee(restricted, place)
  })
  if (!found) throw new Error(`The seed has no ${pathParameters[0]} out of sight`)
  return found
}

describe('a compartment that is unknown or out of sight', () => {
  const inQuery = all.filter(
    ({ service, query }) => service !== 'identity' && query.some(({ name }) => name === 'compartmentId'),
  )
  test.each(asTable(inQuery))('is not found in the query of %s', async (_id, operation) => {
    const call = (id: string, user: 'restricted' | 'administrator') => {
      const input = plain(operation)
      return rig.call({ ...onTheWire(operation, { ...input, query: { ...input.query, compartmentId: id } }), user })
    }
    expect(await call('ocid1.compartment.oc1..unknown', 'administrator')).toMatchObject(missing)
    expect(await call(compartmentId(rig.world, 'platform'), 'restricted')).toMatchObject(missing)
    expect(await call(rig.world.tenancyId, 'restricted')).toMatchObject(missing)
  })

  const inBody = all.filter((operation) => {
    const body = operation.body === null ? undefined : plainBody(operation)
    return body !== undefined && 'compartmentId' in body
  })
  test.each(asTable(inBody))('is something related in the body of %s', async (_id, operation) => {
    const input = plain(operation)
    const body = { ...(input.body as object), compartmentId: 'ocid1.compartment.oc1..unknown' }
    expect(await rig.call(onTheWire(operation, { ...input, body }))).toMatchObject({
      status: 400,
      body: { code: 'RelatedResourceNotAuthorizedOrNotFound', message: expect.stringContaining('compartment') },
    })
  })
})

/** The required fields of a body, which is enough to see whether one names a compartment. */
function plainBody(operation: Operation): object | undefined {
  const { body } = plainInput(operation, new Map())
  return typeof body === 'object' && body !== null ? body : undefined
}

describe('a page token', () => {
  const lists = all.filter(({ paged, query }) => paged && query.some(({ name }) => name === 'limit'))

  test.each(asTable(lists))('of another list is refused by %s', async (_id, operation) => {
    const other =
      operation.service === 'identity' ? 'operator-access-control.listOperatorActions' : 'identity.listCompartments'
    const input = plain(operation)
    const page = await tokenOf(operations[other])
    const answer = await rig.call(onTheWire(operation, { ...input, query: { ...input.query, page } }))
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'InvalidParameter', message: expect.stringContaining('page') },
    })
  })

  async function tokenOf(operation: Operation): Promise<string> {
    const input = plain(operation)
    const { headers } = await rig.call(onTheWire(operation, { ...input, query: { ...input.query, limit: 1 } }))
    const token = headers['opc-next-page']
    if (!token) throw new Error(`${operation.id} has no second page`)
    return token
  }
})
