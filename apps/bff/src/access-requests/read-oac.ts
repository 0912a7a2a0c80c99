import { fromOperatorControl } from './control.ts'
import { oacConversation, oacHistory } from './history.ts'
import { openParts } from './parts.ts'
import type { AccessRequestReader } from './read-access-request.ts'
import { oacAccessRequest } from './to-access-request.ts'

/** Of Operator Access Control. */
export const readOacAccessRequest: AccessRequestReader = async (
  room,
  { connection, id },
  { call = {}, forDecision },
) => {
  const { client } = connection
  const named = { accessRequestId: id }
  const { body: wire, etag } = await client.call('operator-access-control.getAccessRequest', named, call)

  const parts = openParts()
  const [decisions, control, actions, history, conversation] = await Promise.all([
    room.decisionsOn(id),
    parts.control(() =>
      room.control(connection, wire.opctlId, forDecision, async (operatorControlId) => {
        const reply = await client.call('operator-access-control.getOperatorControl', { operatorControlId }, call)
        return fromOperatorControl(reply.body)
      }),
    ),
    forDecision
      ? null
      : parts.actions(() => room.catalogue.find(connection, 'operator-access-control', wire.actionRequestsList ?? [])),
    forDecision
      ? []
      : parts.history(() =>
          Array.fromAsync(
            client.items('operator-access-control.listAccessRequestHistories', named, { signal: call.signal }),
          ),
        ),
    forDecision
      ? []
      : parts.conversation(() =>
          Array.fromAsync(client.items('operator-access-control.listInteractions', named, { signal: call.signal })),
        ),
  ])
  const accessRequest = oacAccessRequest(connection, wire, {
    ...parts.result(),
    control,
    actions,
    history: oacHistory(history, decisions),
    conversation: oacConversation(conversation),
    decisions,
    etag,
    readAt: new Date().toISOString(),
  })
  return { accessRequest, etag, compartmentId: wire.compartmentId ?? null }
}
