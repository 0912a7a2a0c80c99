import * as contract from '@gatehouse/contract'
import type { WorkService } from '@gatehouse/contract'
import { readWorkRequest } from '../work-requests/read-work-request.ts'
import { Problem } from '../problem.ts'
import { declareAct, ociCall, type Place, type Subject } from './act.ts'
import type { EffectRead, Followed } from './effect.ts'
import { itemsAt, workRequest } from './touches.ts'

interface WorkRequestSubject extends Subject {
  state: string
}

const cancellable: readonly string[] = ['ACCEPTED', 'IN_PROGRESS', 'WAITING']

export const cancelWorkRequest = declareAct({
  endpoint: contract.cancelWorkRequest,
  subject: ({ service, workRequestId }) => ({ service, id: workRequestId }),
  read: readSubject,
  check: (_request, { name, state }) =>
    cancellable.includes(state)
      ? null
      : new Problem('conflict', `The work request "${name}" is ${state}; only one that is under way can be cancelled.`),
  // Sent without `if-match`, because the etag of a work request changes with every step of the work.
  call: ({ params: { workRequestId } }) => ociCall('desktops.cancelWorkRequest', { workRequestId }),
  effect: readCancellation,
  touches: (place, compartmentId) => [
    workRequest(place),
    itemsAt('work-requests', place, compartmentId),
    itemsAt('desktop-pools', place, compartmentId),
    itemsAt('desktops', place, compartmentId),
  ],
})

async function readSubject({ connection, id }: Place): Promise<WorkRequestSubject> {
  const { body } = await connection.client.call('desktops.getWorkRequest', { workRequestId: id }, { urgent: true })
  // Progress does not change the version, so that the person need not decide again.
  const version = cancellable.includes(body.status) ? 'cancellable' : body.status
  return { name: inWords(body.operationType), compartmentId: body.compartmentId, state: body.status, version }
}

/** STOP_DESKTOP_POOL as a name to show: "Stop desktop pool". */
const inWords = (operationType: string) => {
  const words = operationType.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

async function readCancellation({ attempt: { intent, answer }, connection }: Followed): Promise<EffectRead> {
  const service = intent.service as WorkService // acts on work requests have no other
  const { state } = await readWorkRequest(connection, service, intent.subjectId, { join: false })
  if (state === 'CANCELED') return { is: 'done', note: 'The work request is cancelled.' }
  if (state === 'CANCELING') return { is: 'under-way' }
  if (state === 'SUCCEEDED') return { is: 'failed', note: 'The work request succeeded before it could be cancelled.' }
  if (state === 'FAILED') return { is: 'failed', note: 'The work request failed before it could be cancelled.' }
  return answer?.status === 'accepted' ? { is: 'under-way' } : { is: 'absent' }
}
