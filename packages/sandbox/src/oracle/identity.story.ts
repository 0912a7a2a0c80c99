import { expect } from 'vitest'
import type { Sandbox } from '../index.ts'
import type { Oracle } from './oracle.ts'

/** What a picker of regions and compartments asks. */
export async function tellOfTenancy({ call }: Oracle, { tenancyId, compartments, regions }: Sandbox) {
  const tenancy = await call('identity.getTenancy', { tenancyId })
  expect(tenancy.body).toMatchObject({ id: tenancyId, name: 'gatehouse-demo', homeRegionKey: 'FRA' })

  const subscriptions = await call('identity.listRegionSubscriptions', { tenancyId })
  expect(subscriptions.body.map(({ regionName }) => regionName)).toEqual(regions)
  expect((await call('identity.listRegions', {})).body).toContainEqual({ key: 'IAD', name: 'us-ashburn-1' })
  const domains = await call(
    'identity.listAvailabilityDomains',
    { compartmentId: tenancyId },
    { region: 'us-ashburn-1' },
  )
  expect(domains.body).toHaveLength(3)

  const all = await call('identity.listCompartments', {
    compartmentId: tenancyId,
    compartmentIdInSubtree: true,
    accessLevel: 'ACCESSIBLE',
    sortBy: 'NAME',
  })
  expect(all.body.map(({ name }) => name)).toEqual(compartments.map(({ name }) => name).toSorted())
  const top = await call('identity.listCompartments', { compartmentId: tenancyId, limit: 2 })
  expect([top.body.length, typeof top.opcNextPage]).toEqual([2, 'string'])
  const rest = await call('identity.listCompartments', { compartmentId: tenancyId, limit: 2, page: top.opcNextPage })
  expect([rest.body.length, rest.opcNextPage]).toEqual([1, undefined])

  const restricted = await call(
    'identity.listCompartments',
    { compartmentId: tenancyId, compartmentIdInSubtree: true, accessLevel: 'ACCESSIBLE' },
    { user: 'restricted' },
  )
  expect(restricted.body.map(({ name }) => name)).not.toContain('platform')

  const [first] = compartments
  const one = await call('identity.getCompartment', { compartmentId: first!.id })
  expect(one).toMatchObject({ body: { name: first!.name }, etag: expect.any(String) })
  expect((await call('identity.getCompartment', { compartmentId: tenancyId })).body.id).toBe(tenancyId)
  await expect(
    call('identity.getCompartment', { compartmentId: first!.id }, { user: 'restricted' }),
  ).rejects.toMatchObject({ statusCode: 404, serviceCode: 'NotAuthorizedOrNotFound' })
  await expect(
    call('identity.listCompartments', { compartmentId: first!.id, compartmentIdInSubtree: true }),
  ).rejects.toMatchObject({ statusCode: 400 })
}
