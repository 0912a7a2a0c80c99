import type { FastifyInstance } from 'fastify'
import { Fault } from '../fault.ts'
import type { FaultRule } from '../server/faults.ts'
import type { SandboxState } from '../server/state.ts'
import type { WantedAccessRequest, WantedDecision } from './access-requests.ts'
import { decide, extend, raise } from './access-requests.ts'
import { allow, failNext, refuse } from './desktop-pools.ts'
import { requireLocal } from './guard.ts'
import * as schemas from './schemas.ts'
import type { WantedToken } from './tokens.ts'
import { issueToken } from './tokens.ts'
import { setMoves } from '../services/index.ts'
import type { FinalStatus } from '../world/work.ts'
import type { WantedWorkRequest, WorkError } from './work-requests.ts'
import { addErrors, addLog, createWorkRequest, finish } from './work-requests.ts'

type ById = { id: string }

/** The sandbox's own API: what no OCI operation does, and tests and demonstrations need. Every answer is JSON. */
export async function controlRoutes(app: FastifyInstance, { state }: { state: SandboxState }) {
  app.addHook('onRequest', async (request) => requireLocal(request))
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error instanceof Fault ? error.status : (error.statusCode ?? 500)
    if (status >= 500) state.log.error({ err: error }, 'The control API failed')
    return reply.code(status).send({ message: error.message })
  })

  app.post('/reset', async () => {
    state.reset()
    return {}
  })

  const now = () => ({ now: state.world.clock.now().toISOString() })
  app.get('/clock', async () => now())
  app.post<{ Body: { ms: number } }>('/clock/advance', { schema: { body: schemas.clockAdvance } }, async ({ body }) => {
    state.world.clock.advance(body.ms)
    return now()
  })

  app.get('/calls', async () => state.calls.counts())
  app.post('/calls/take', async () => state.calls.take())
  app.delete('/calls', async () => {
    state.calls.take()
    return {}
  })

  const moves = () => ({ perMinute: state.world.moves.perMinute, count: state.world.moves.count })
  app.get('/moves', async () => moves())
  app.put<{ Body: { perMinute: number } }>('/moves', { schema: { body: schemas.moves } }, async ({ body }) => {
    setMoves(state.world, body.perMinute)
    return moves()
  })

  app.post<{ Body: WantedToken }>('/tokens', { schema: { body: schemas.wantedToken } }, async ({ body }) =>
    issueToken(state, body),
  )

  faultRoutes(app, state)
  desktopPoolRoutes(app, state)
  accessRequestRoutes(app, state)
  workRequestRoutes(app, state)
}

function faultRoutes(app: FastifyInstance, state: SandboxState) {
  app.get('/faults', async () => ({ items: state.faults.list() }))
  app.post<{ Body: FaultRule }>('/faults', { schema: { body: schemas.faultRule } }, async ({ body }) =>
    state.faults.add(body),
  )
  app.delete('/faults', async () => {
    state.faults.clear()
    return {}
  })
  app.delete<{ Params: ById }>('/faults/:id', async ({ params }) => {
    state.faults.clear(Number(params.id))
    return {}
  })
}

function desktopPoolRoutes(app: FastifyInstance, state: SandboxState) {
  app.post<{ Params: ById; Body: { message?: string } }>(
    '/desktop-pools/:id/refusal',
    { schema: { body: schemas.poolRefusal } },
    async ({ params, body }) => {
      refuse(state.world, params.id, body.message)
      return {}
    },
  )
  app.delete<{ Params: ById }>('/desktop-pools/:id/refusal', async ({ params }) => {
    allow(state.world, params.id)
    return {}
  })
  app.post<{ Params: ById; Body: { errors: WorkError[] } }>(
    '/desktop-pools/:id/failure',
    { schema: { body: schemas.workRequestErrors } },
    async ({ params, body }) => {
      failNext(state.world, params.id, body.errors)
      return {}
    },
  )
}

function accessRequestRoutes(app: FastifyInstance, state: SandboxState) {
  app.post<{ Body: WantedAccessRequest }>(
    '/access-requests',
    { schema: { body: schemas.wantedAccessRequest } },
    async ({ body }) => raise(state.world, body).wire,
  )
  app.post<{ Params: ById; Body: { hours: number } }>(
    '/access-requests/:id/extension',
    { schema: { body: schemas.extension } },
    async ({ params, body }) => {
      extend(state.world, params.id, body.hours)
      return {}
    },
  )
  app.post<{ Params: ById; Body: WantedDecision }>(
    '/access-requests/:id/decision',
    { schema: { body: schemas.wantedDecision } },
    async ({ params, body }) => {
      decide(state.world, params.id, body)
      return {}
    },
  )
}

function workRequestRoutes(app: FastifyInstance, state: SandboxState) {
  app.post<{ Body: WantedWorkRequest }>(
    '/work-requests',
    { schema: { body: schemas.wantedWorkRequest } },
    async ({ body }) => createWorkRequest(state.world, body).wire,
  )
  app.post<{ Params: ById; Body: { lines: string[] } }>(
    '/work-requests/:id/log',
    { schema: { body: schemas.logLines }, bodyLimit: 64 * 1024 * 1024 },
    async ({ params, body }) => {
      addLog(state.world, params.id, body.lines)
      return {}
    },
  )
  app.post<{ Params: ById; Body: { errors: WorkError[] } }>(
    '/work-requests/:id/errors',
    { schema: { body: schemas.workRequestErrors } },
    async ({ params, body }) => {
      addErrors(state.world, params.id, body.errors)
      return {}
    },
  )
  app.post<{ Params: ById; Body: { status: FinalStatus } }>(
    '/work-requests/:id/finish',
    { schema: { body: schemas.finalStatus } },
    async ({ params, body }) => {
      finish(state.world, params.id, body.status)
      return {}
    },
  )
}
