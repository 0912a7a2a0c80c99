import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeControlCharacters } from './control-characters.ts'
import { clientOf, failureOf } from './testing/client.ts'
import type { Respond } from './testing/server.ts'

describe('control characters', () => {
  test.each([
    ['in a string are escaped', '{"a":"x\ny\u0000\t"}', '{"a":"x\\u000ay\\u0000\\u0009"}'],
    ['in a name, too', '{"a\rb":1}', '{"a\\u000db":1}'],
    ['between strings stay', '{\n\t"a":\r\n1}', '{\n\t"a":\r\n1}'],
    ['after a quote that is escaped are still in the string', '{"a":"\\"\n"}', '{"a":"\\"\\u000a"}'],
    ['after a backslash that is escaped are not', '{"a":"\\\\"\n}', '{"a":"\\\\"\n}'],
    ['that JSON allows stay', '{"a":"\u007f\u0085"}', '{"a":"\u007f\u0085"}'],
  ])('%s', (_, json, expected) => {
    expect(escapeControlCharacters(json)).toBe(expected)
    expect(() => JSON.parse(expected) as unknown).not.toThrow()
  })

  test('come out of whatever JSON as they went in, and nothing else changes', () => {
    const raw = (text: string) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`
    const texts = fc.string({ unit: fc.constantFrom(...Array.from('\n\t\u0000\u001b"\\/a é日🙂')) })
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts)), (pairs) => {
        const json = `[\n${pairs.map(([name, value]) => `\t{${raw(name)}:\n${raw(value)}}`).join(',\r\n')}\n]`
        const expected = pairs.map(([name, value]) => ({ [name]: value }))
        expect(JSON.parse(escapeControlCharacters(json))).toEqual(expected)
        const strict = JSON.stringify(expected, null, 2)
        expect(escapeControlCharacters(strict)).toBe(strict)
      }),
    )
  })
})

describe('an answer with control characters', () => {
  const getDesktop = { desktopId: 'ocid1.desktop' }
  const withBell: Respond = (response) => response.writeHead(200).end('{"id":"a","displayName":"ding\u0007\u001b[2J"}')
  const heard = { id: 'a', displayName: 'ding\u0007\u001b[2J' }

  test('is refused', async () => {
    const { client } = await clientOf(withBell)
    expect(await failureOf(client.call('desktops.getDesktop', getDesktop))).toMatchObject({
      kind: 'bad-answer',
      message: expect.stringContaining('has raw control characters in its strings'),
    })
  })

  test('is read when the client allows it, and not when the call says otherwise', async () => {
    const { client } = await clientOf(withBell, { allowControlCharacters: true })
    expect((await client.call('desktops.getDesktop', getDesktop)).body).toEqual(heard)
    const error = await failureOf(client.call('desktops.getDesktop', getDesktop, { allowControlCharacters: false }))
    expect(error.kind).toBe('bad-answer')
  })

  test('is read when the call allows it', async () => {
    const { client } = await clientOf(withBell)
    const { body } = await client.call('desktops.getDesktop', getDesktop, { allowControlCharacters: true })
    expect(body).toEqual(heard)
    // and travels on as JSON has it
    expect(JSON.stringify(body)).toBe('{"id":"a","displayName":"ding\\u0007\\u001b[2J"}')
  })

  test('that is a refusal keeps its code, and is made printable', async () => {
    const { client } = await clientOf((response) =>
      response.writeHead(409, { 'opc-request-id': 'r1' }).end('{"code":"IncorrectState","message":"It is\nUPDATING."}'),
    )
    expect(await failureOf(client.call('desktops.startDesktop', getDesktop))).toMatchObject({
      code: 'IncorrectState',
      message: 'It is<U+000A>UPDATING.',
    })
  })
})
