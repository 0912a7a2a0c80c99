import type { OperationId } from '@gatehouse/oci-api'
import { operationIds, operations } from '@gatehouse/oci-api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { writeDown } from '../world/snapshot.ts'
import { changingIds, goodCall, otherBody } from './good-calls.ts'
import type { Rig } from './rig.ts'
import { createRig } from './rig.ts'

let rig: Rig

beforeAll(async () => {
  rig = await createRig()
})
afterAll(() => rig.close())
beforeEach(() => rig.state.reset())

test('every operation that changes something has a call that does', () => {
  expect(changingIds.toSorted()).toEqual(operationIds.filter((id) => operations[id].method !== 'GET').toSorted())
})

/** All that a caller could see of the world, but for the time that passes by itself. */
const rows = () => JSON.stringify(writeDown(rig.world).regions)

const takes = (id: OperationId, header: string) => operations[id].headers.includes(header)
const declares = (id: OperationId, header: string) => operations[id].responseHeaders.includes(header)

test.each(changingIds)('%s takes effect, and says so with the headers it declares', async (id) => {
  const request = goodCall(rig.world, id)
  const before = rows()
  const answer = await rig.call(request)
  expect(answer.status).toBeGreaterThanOrEqual(200)
  expect(answer.status).toBeLessThan(300)
  expect(rows()).not.toBe(before)
  for (const name of operations[id].responseHeaders) expect(answer.headers[name], name).toBeTruthy()
  expect(answer.headers['opc-work-request-id'] !== undefined).toBe(declares(id, 'opc-work-request-id'))
  expect(answer.status === 202).toBe(declares(id, 'opc-work-request-id') || id === 'desktops.cancelWorkRequest')
})

test.each(changingIds.filter((id) => declares(id, 'content-location')))(
  '%s says where what it made or changed can be read, in the region it was asked in',
  async (id) => {
    const { target, ...rest } = goodCall(rig.world, id)
    const { headers, body } = await rig.call({ ...rest, target: `/${rig.world.homeRegion}${target}` })
    const { pathname } = new URL(headers['content-location']!)
    expect(pathname).toMatch(/^\/eu-frankfurt-1\//)
    expect(headers['location']).toBe(declares(id, 'location') ? headers['content-location'] : undefined)
    expect(await rig.call({ method: 'GET', target: pathname })).toMatchObject({ status: 200, body: { id: body.id } })
  },
)

const actionTypes = [
  [/^create/, 'CREATED'],
  [/^delete/, 'DELETED'],
  [/^/, 'UPDATED'],
] as const

// Operator Access Control has no work requests to read
const working = changingIds.filter(
  (id) => declares(id, 'opc-work-request-id') && operations[id].service !== 'operator-access-control',
)

test.each(working)('%s names a work request that can be read, and that names what it works on', async (id) => {
  const { target, ...rest } = goodCall(rig.world, id)
  const { headers, body } = await rig.call({ target, ...rest })
  const work = {
    method: 'GET' as const,
    target: `/${target.split('/')[1]}/workRequests/${headers['opc-work-request-id']}`,
  }
  const touched = { identifier: body?.id ?? idIn(target), entityType: expect.any(String) }
  const begun = await rig.call(work)
  expect(begun).toMatchObject({ status: 200, body: { status: 'ACCEPTED', percentComplete: 0 } })
  expect(begun.body.resources).toContainEqual(expect.objectContaining({ ...touched, actionType: 'IN_PROGRESS' }))

  rig.world.clock.advance(24 * 3_600_000)
  const ended = (await rig.call(work)).body
  const actionType = actionTypes.find(([verb]) => verb.test(operations[id].name))![1] // the last one fits all
  expect(ended).toMatchObject({ status: 'SUCCEEDED', percentComplete: 100, timeFinished: expect.any(String) })
  expect(ended.resources).toContainEqual(expect.objectContaining({ ...touched, actionType }))
})

const idIn = (target: string) => /\/(ocid1[^/?]+)/.exec(target)?.[1] ?? ''

test.each(changingIds.filter((id) => takes(id, 'if-match')))(
  '%s is refused when its etag is stale, and taken with the right one',
  async (id) => {
    const request = goodCall(rig.world, id)
    const row = rig.world.rows.get(idIn(request.target))!
    const before = rows()
    const stale = await rig.call({ ...request, headers: { 'if-match': 'stale' } })
    expect(stale).toMatchObject({ status: 412, body: { code: 'NoEtagMatch' } })
    expect(rows()).toBe(before)
    const right = await rig.call({ ...request, headers: { 'if-match': row.etag } })
    expect(right.status).toBeLessThan(300)
  },
)

const repeatable = changingIds.filter((id) => takes(id, 'opc-retry-token'))

test.each(repeatable)(
  '%s has one effect when it comes three times at once with one retry token, and again',
  async (id) => {
    const request = { ...goodCall(rig.world, id), headers: { 'opc-retry-token': 'once' } }
    const answers = await Promise.all([rig.call(request), rig.call(request), rig.call(request)])
    const after = rows()
    answers.push(await rig.call(request))
    expect(rows()).toBe(after)
    expect(answers[0].status).toBeLessThan(300)
    const told = answers.map(({ status, body, headers }) => [
      status,
      body,
      headers['opc-work-request-id'],
      headers['etag'],
    ])
    for (const answer of told) expect(answer).toEqual(told[0])
  },
)

test.each(repeatable.filter((id) => operations[id].body !== null))(
  '%s is refused when its retry token comes again with another body',
  async (id) => {
    const request = { ...goodCall(rig.world, id), headers: { 'opc-retry-token': 'once' } }
    const other = JSON.stringify(otherBody(rig.world, id))
    expect((await rig.call(request)).status).toBeLessThan(300)
    const after = rows()
    expect(await rig.call({ ...request, body: other })).toMatchObject({
      status: 409,
      body: { code: 'InvalidatedRetryToken' },
    })
    expect(rows()).toBe(after)
  },
)
