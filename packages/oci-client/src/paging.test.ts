import { describe, expect, expectTypeOf, test } from 'vitest'
import type { Desktops, Identity } from '@gatehouse/oci-api'
import { clientOf } from './testing/client.ts'
import type { Respond } from './testing/server.ts'
import { sendJson } from './testing/server.ts'

const compartmentId = 'ocid1.compartment'

const pageOf = (target: string) => new URL(target, 'http://oci.test').searchParams.get('page')

/** Three pages, the second of them empty. */
const threePages: Respond = (response, { target }) => {
  const page = pageOf(target)
  if (page === null) sendJson(response, 200, { items: [{ id: 'a' }, { id: 'b' }] }, { 'opc-next-page': 'two/+=' })
  else if (page === 'two/+=') sendJson(response, 200, { items: [] }, { 'opc-next-page': 'three' })
  else sendJson(response, 200, { items: [{ id: 'c' }] })
}

describe('a list', () => {
  test('is walked to its end, past a page that is empty', async () => {
    const { client, server } = await clientOf(threePages)
    const items = await Array.fromAsync(client.items('desktops.listDesktops', { compartmentId, limit: 2 }))
    expectTypeOf(items).toEqualTypeOf<Desktops.DesktopSummary[]>()
    expect(items.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(server.requests.map(({ target }) => pageOf(target))).toEqual([null, 'two/+=', 'three'])
    expect(server.requests.every(({ target }) => target.includes('limit=2'))).toBe(true)
  })

  test('gives each page with its headers', async () => {
    const { client } = await clientOf(threePages)
    const pages = await Array.fromAsync(client.pages('desktops.listDesktops', { compartmentId }))
    expect(pages.map(({ body, nextPage }) => [body.items.length, nextPage])).toEqual([
      [2, 'two/+='],
      [0, 'three'],
      [1, undefined],
    ])
  })

  test('starts at the page that is given', async () => {
    const { client, server } = await clientOf(threePages)
    await Array.fromAsync(client.items('desktops.listDesktops', { compartmentId, page: 'three' }))
    expect(server.requests).toHaveLength(1)
  })

  test('is asked for no further than it is read', async () => {
    const { client, server } = await clientOf(threePages)
    for await (const { id } of client.items('desktops.listDesktops', { compartmentId })) if (id === 'b') break
    expect(server.requests).toHaveLength(1)
  })

  test('may be a bare array', async () => {
    const { client } = await clientOf((response) => sendJson(response, 200, [{ name: 'eu-frankfurt-1' }]))
    const regions = await Array.fromAsync(client.items('identity.listRegions', {}))
    expectTypeOf(regions).toEqualTypeOf<Identity.Region[]>()
    expect(regions).toEqual([{ name: 'eu-frankfurt-1' }])
  })

  test('that takes no page is asked for once, whatever its header says', async () => {
    const { client, server } = await clientOf((response) => sendJson(response, 200, [], { 'opc-next-page': 'more' }))
    await Array.fromAsync(client.items('identity.listAvailabilityDomains', { compartmentId }))
    expect(server.requests).toHaveLength(1)
  })

  test.each([[['again']], [['one', 'two']], [['one', 'two', 'three', 'four']]])(
    'that would go round in circles is an error: %j',
    async (circle) => {
      const { client, server } = await clientOf((response, _, count) =>
        sendJson(response, 200, { items: [] }, { 'opc-next-page': circle[(count - 1) % circle.length] ?? '' }),
      )
      await expect(Array.fromAsync(client.items('desktops.listDesktops', { compartmentId }))).rejects.toMatchObject({
        kind: 'bad-answer',
        message: 'desktops.listDesktops named the same next page twice, and would never end.',
      })
      expect(server.requests).toHaveLength(circle.length + 1)
    },
  )

  test('that breaks in the middle rejects after what was read', async () => {
    const { client } = await clientOf((response, request, count) =>
      count === 1 ? threePages(response, request, count) : sendJson(response, 500, {}),
    )
    const seen: string[] = []
    const walk = async () => {
      for await (const { id } of client.items('desktops.listDesktops', { compartmentId })) seen.push(id)
    }
    await expect(walk()).rejects.toMatchObject({ kind: 'service', status: 500 })
    expect(seen).toEqual(['a', 'b'])
  })
})
