import { Agent, get } from 'node:http'
import { expect, test } from 'vitest'
import { startSandbox } from './index.ts'
import { createTestClient } from './testing-client.ts'

test('a port that is taken is a sentence that says what to do', async () => {
  const first = await startSandbox({ life: false })
  const port = Number(new URL(first.url).port)
  await expect(startSandbox({ life: false, port })).rejects.toThrow(
    `The sandbox cannot start: port ${port} on 127.0.0.1 is taken. End the program that uses it, or choose another port.`,
  )
  await first.close()
})

test('closing ends at once, with connections kept alive and calls under way', async () => {
  const sandbox = await startSandbox({ life: false })
  const agent = new Agent({ keepAlive: true })
  await new Promise<void>((resolve) => {
    get(`${sandbox.url}/control/clock`, { agent }, (response) => response.resume().on('end', resolve))
  })
  await sandbox.control.faults.set({ operation: '*', delayMs: 60_000 })
  const late = createTestClient(sandbox)('/20160918/regions')
  const failure = late.catch((error: Error) => error.message)
  while ((await sandbox.control.calls.counts())['identity.listRegions'] === undefined);
  const began = performance.now()
  await sandbox.close()
  expect(await failure).toBe('fetch failed')
  agent.destroy()
  expect(performance.now() - began).toBeLessThan(500)
})

test('the same seed gives the same OCIDs, whatever the keys and the time', async () => {
  const [one, other] = [await startSandbox({ life: false }), await startSandbox({ life: false, port: 0 })]
  expect([...other.world.rows.keys()]).toEqual([...one.world.rows.keys()])
  expect(other.compartments).toEqual(one.compartments)
  await Promise.all([one.close(), other.close()])
})

test('a world comes up in less than a second', async () => {
  const began = performance.now()
  const sandbox = await startSandbox({ life: false })
  expect(performance.now() - began).toBeLessThan(1000)
  await sandbox.close()
})
