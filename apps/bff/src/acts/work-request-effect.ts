import type { WorkRequest, WorkService } from '@gatehouse/contract'
import { readWorkRequest } from '../work-requests/read-work-request.ts'
import { toProblem } from '../problem.ts'
import { isSince, type EffectRead, type EffectReading, type Followed } from './effect.ts'

interface WorkRequestEffect {
  service: WorkService
  /** As OCI spells it: STOP_DESKTOP_POOL. */
  operationType: string
  /** Reads the effect from the subject when the attempt's work request is not found. */
  otherwise?: EffectReading
}

/** The effect of an act that starts a work request: the end of that work request. */
export function workRequestEnds({ service, operationType, otherwise }: WorkRequestEffect): EffectReading {
  return async (followed) => {
    const id = followed.attempt.answer?.workRequestId ?? (await findWorkRequest(followed, service, operationType))
    if (id === undefined) return (await otherwise?.(followed)) ?? { is: 'absent' }
    return readEnd(followed, service, id)
  }
}

/** The newest matching work request that no other recorded attempt started. */
async function findWorkRequest(
  { attempt, connection, othersWorkRequestIds }: Followed,
  service: WorkService,
  operationType: string,
): Promise<string | undefined> {
  const { compartmentId, subjectId } = attempt.intent
  if (compartmentId === null) return undefined
  const where = { compartmentId, resourceId: subjectId }
  const options = { join: false }
  const found =
    service === 'desktops'
      ? await Array.fromAsync(connection.client.items('desktops.listWorkRequests', where, options))
      : await Array.fromAsync(connection.client.items('delegate-access-control.listWorkRequests', where, options))
  return found
    .filter(
      (one) =>
        one.operationType === operationType && isSince(one.timeAccepted, attempt) && !othersWorkRequestIds.has(one.id),
    )
    .toSorted((one, other) => Date.parse(one.timeAccepted) - Date.parse(other.timeAccepted))
    .at(-1)?.id
}

async function readEnd({ connection }: Followed, service: WorkService, workRequestId: string): Promise<EffectRead> {
  let workRequest: WorkRequest
  try {
    workRequest = await readWorkRequest(connection, service, workRequestId)
  } catch (error) {
    if (toProblem(error).code !== 'not_found') throw error
    return { is: 'lost', note: 'OCI no longer has the work request, so its end cannot be read.', workRequestId }
  }
  if (workRequest.state === 'SUCCEEDED') return { is: 'done', note: 'The work request succeeded.', workRequestId }
  if (workRequest.state === 'CANCELED') return { is: 'failed', note: 'The work request was cancelled.', workRequestId }
  if (workRequest.state !== 'FAILED') return { is: 'under-way', workRequestId }
  return { is: 'failed', note: await whyItFailed({ connection }, service, workRequest), workRequestId }
}

async function whyItFailed(
  { connection: { client } }: Pick<Followed, 'connection'>,
  service: WorkService,
  { id, percentComplete }: WorkRequest,
): Promise<string> {
  const operation =
    service === 'desktops' ? 'desktops.listWorkRequestErrors' : 'delegate-access-control.listWorkRequestErrors'
  const failed = `OCI accepted it, and the work request failed at ${Math.round(percentComplete)}%`
  try {
    const { body } = await client.call(operation, { workRequestId: id, limit: 1 })
    const message = body.items[0]?.message
    return message ? `${failed}: ${message}` : `${failed}.`
  } catch {
    // Only the reason could not be read. The page of the work request shows it.
    return `${failed}.`
  }
}
