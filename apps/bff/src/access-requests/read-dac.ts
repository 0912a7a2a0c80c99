import { fromDelegationControl } from './control.ts'
import { dacConversation, dacHistory } from './history.ts'
import { openParts } from './parts.ts'
import type { AccessRequestReader } from './read-access-request.ts'
import { dacAccessRequest } from './to-access-request.ts'

/** Of Delegate Access Control. */
export const readDacAccessRequest: AccessRequestReader = async (
  room,
  { connection, id },
  { call = {}, forDecision },
) => {
  const { client } = connection
  const named = { delegatedResourceAccessRequestId: id }
  const reply = await client.call('delegate-access-control.getDelegatedResourceAccessRequest', named, call)
  const { body: wire, etag } = reply

  const parts = openParts()
  const [decisions, control, actions, history, conversation] = await Promise.all([
    room.decisionsOn(id),
    parts.control(() =>
      room.control(connection, wire.delegationControlId, forDecision, async (delegationControlId) => {
        const answer = await client.call('delegate-access-control.getDelegationControl', { delegationControlId }, call)
        return fromDelegationControl(answer.body)
      }),
    ),
    forDecision
      ? null
      : parts.actions(() =>
          room.catalogue.find(connection, 'delegate-access-control', wire.requestedActionNames ?? []),
        ),
    forDecision
      ? []
      : parts.history(() =>
          Array.fromAsync(
            client.items('delegate-access-control.listDelegatedResourceAccessRequestHistories', named, {
              signal: call.signal,
            }),
          ),
        ),
    forDecision
      ? []
      : parts.conversation(() =>
          Array.fromAsync(
            client.items('delegate-access-control.listServiceProviderInteractions', named, { signal: call.signal }),
          ),
        ),
  ])
  const accessRequest = dacAccessRequest(connection, wire, {
    ...parts.result(),
    control,
    actions,
    history: dacHistory(history, decisions),
    conversation: dacConversation(conversation),
    decisions,
    etag,
    readAt: new Date().toISOString(),
  })
  return { accessRequest, etag, compartmentId: wire.compartmentId ?? null }
}
