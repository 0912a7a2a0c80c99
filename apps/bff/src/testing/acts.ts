import { randomUUID } from 'node:crypto'
import type { AccessRequest, Action, ActStatus } from '@gatehouse/contract'
import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import { decide, raise, urlOf, type AccessService } from './access-requests.ts'
import { eventually } from './eventually.ts'
import { poolsIn } from './pools.ts'
import { startStack, type Browser } from './stack.ts'

/** The stack with its acts in fast motion, and a clock of Gatehouse's own that can be moved forward. */
export async function startActStack(options: Parameters<typeof startStack>[0] = {}) {
  let offsetMs = 0
  const stack = await startStack({
    now: () => Date.now() + offsetMs,
    ...options,
    acts: { followPace: 0.05, patienceMs: 2_500, ...options.acts },
  })
  const browsers = {
    admin: await stack.signIn('admin'),
    approver: await stack.signIn('approver'),
    operator: await stack.signIn('operator'),
  }
  return {
    ...stack,
    ...browsers,
    /** Moves Gatehouse's clock past the moment until which OCI would still take what was sent. */
    passSignatureLife: () => void (offsetMs += 11 * 60_000),
    resetClock: () => void (offsetMs = 0),
    control: stack.sandbox.control,
  }
}

export type ActStack = Awaited<ReturnType<typeof startActStack>>

export const actionOf = async ({ admin }: Pick<ActStack, 'admin'>, attemptId: string): Promise<Action> =>
  (await admin.get(`/api/activity/${attemptId}`)).json()

/** Waits until the ledger has that word for the attempt. */
export const becomes = (stack: Pick<ActStack, 'admin'>, attemptId: string, status: ActStatus): Promise<Action> =>
  eventually(async () => {
    const action = await actionOf(stack, attemptId)
    expect(action.status, action.problem ?? '').toBe(status)
    return action
  })

const usedPools = new Set<string>()

/** An active pool in Frankfurt that no test had before, with what can be done to it and seen of it. */
export function activePool(stack: ActStack) {
  const pool = poolsIn(stack, 'ACTIVE').find(({ id }) => !usedPools.has(`${stack.dataFolder} ${id}`))
  if (pool) usedPools.add(`${stack.dataFolder} ${pool.id}`)
  else throw new Error('The sandbox has no active pool in Frankfurt')
  const region = stack.sandbox.world.regions.get('eu-frankfurt-1')
  return {
    ...pool,
    state: (): string | undefined => region?.desktopPools.get(pool.id).wire.lifecycleState,
    stop: (attemptId: string = randomUUID(), browser: Browser = stack.operator) =>
      browser.post(`/api/desktop-pools/frankfurt/${pool.id}/stop`, { attemptId }),
    /** How many work requests that stop it there ever were. */
    stops: () =>
      [...(region?.workRequests.values() ?? [])].filter(
        ({ wire }) =>
          wire.operationType === 'STOP_DESKTOP_POOL' && wire.resources.some(({ identifier }) => identifier === pool.id),
      ).length,
  }
}

/** An access request that waits in Frankfurt, with what can be done to it and seen of it. */
export async function waitingRequest(stack: ActStack, service: AccessService, more: object = {}) {
  const { id } = await raise(stack, service, more)
  const read = async (): Promise<AccessRequest> => (await stack.admin.get(urlOf(service, { id }))).json()
  await eventually(async () =>
    expect(await read()).toMatchObject({ phase: 'waiting', state: expect.not.stringMatching('^CREATED$') }),
  )
  return {
    id,
    read,
    decide: async (
      act: 'approve' | 'reject' | 'revoke',
      attemptId: string = randomUUID(),
      browser: Browser = stack.approver,
      seen?: AccessRequest,
    ): Promise<LightMyRequestResponse> => decide(browser, act, seen ?? (await read()), { attemptId }),
  }
}

/** How often OCI was called with an operation, however it answered. */
export const callsOf = async ({ control }: Pick<ActStack, 'control'>, operation: string): Promise<number> =>
  ((await control.calls.counts()) as Record<string, number>)[operation] ?? 0
