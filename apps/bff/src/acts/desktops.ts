import * as contract from '@gatehouse/contract'
import { Problem, toProblem } from '../problem.ts'
import { declareAct, ociCall, type Place, type Subject } from './act.ts'
import type { EffectRead, EffectReading } from './effect.ts'
import { itemsAt } from './touches.ts'
import { workRequestEnds } from './work-request-effect.ts'

interface DesktopSubject extends Subject {
  userName: string
}

const common = {
  subject: ({ desktopId }: { desktopId: string }) => ({ service: 'desktops', id: desktopId }) as const,
  read: readDesktop,
  touches: (place: Place, compartmentId: string | null) => [
    itemsAt('desktops', place, compartmentId),
    itemsAt('desktop-pools', place, compartmentId),
    itemsAt('work-requests', place, compartmentId),
  ],
}

export const startDesktop = declareAct({
  ...common,
  endpoint: contract.startDesktop,
  call: ({ params: { desktopId } }) => ociCall('desktops.startDesktop', { desktopId }),
  effect: workRequestEnds({ service: 'desktops', operationType: 'START_DESKTOP' }),
})

export const stopDesktop = declareAct({
  ...common,
  endpoint: contract.stopDesktop,
  // OCI does not document how it stops a desktop when `isSoftStop` is absent.
  call: ({ params: { desktopId }, body: { soft } }) => ociCall('desktops.stopDesktop', { desktopId, isSoftStop: soft }),
  effect: workRequestEnds({ service: 'desktops', operationType: 'STOP_DESKTOP' }),
})

export const updateDesktop = declareAct({
  ...common,
  endpoint: contract.updateDesktop,
  call: ({ params: { desktopId }, body: { name } }, { etag: ifMatch }) =>
    ociCall('desktops.updateDesktop', { desktopId, ifMatch, body: { displayName: name.trim() } }),
  effect: workRequestEnds({ service: 'desktops', operationType: 'UPDATE_DESKTOP' }),
})

export const deleteDesktop = declareAct({
  ...common,
  endpoint: contract.deleteDesktop,
  check: ({ body: { userName } }, subject) =>
    (userName ?? '') === (subject.userName ?? '')
      ? null
      : new Problem(
          'stale',
          `The desktop ${subject.name} belongs to ${subject.userName || 'no user'} by now, not to ${userName || 'no user'}. Look at it again before you delete it.`,
        ),
  call: ({ params: { desktopId } }, { etag: ifMatch }) => ociCall('desktops.deleteDesktop', { desktopId, ifMatch }),
  effect: workRequestEnds({ service: 'desktops', operationType: 'DELETE_DESKTOP', otherwise: isGone }),
})

async function readDesktop({ connection: { client }, id }: Place): Promise<DesktopSubject> {
  const { body, etag } = await client.call('desktops.getDesktop', { desktopId: id }, { urgent: true })
  const { displayName: name, userName, lifecycleState, poolId } = body
  // A desktop has no compartment id, so its pool is read for it.
  const pool = await client.call('desktops.getDesktopPool', { desktopPoolId: poolId }, { urgent: true })
  return {
    name,
    userName,
    compartmentId: pool.body.compartmentId,
    etag,
    version: JSON.stringify([name, userName, lifecycleState]),
  }
}

/** A desktop that OCI does not have any more is deleted. */
async function isGone({ attempt, connection: { client } }: Parameters<EffectReading>[0]): Promise<EffectRead> {
  try {
    const { body } = await client.call('desktops.getDesktop', { desktopId: attempt.intent.subjectId }, { join: false })
    if (body.lifecycleState === 'DELETED') return { is: 'done', note: 'OCI shows the desktop as deleted.' }
    return body.lifecycleState === 'DELETING' ? { is: 'under-way' } : { is: 'absent' }
  } catch (error) {
    if (toProblem(error).code !== 'not_found') throw error
    return { is: 'done', note: 'OCI no longer has the desktop.' }
  }
}
