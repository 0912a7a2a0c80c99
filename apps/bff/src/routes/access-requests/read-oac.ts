import { fromOperatorControl } from './control.ts'
import { oacConversation, oacHistory } from './history.ts'
import { openParts } from './parts.ts'
import type { AccessRequestReader } from './read-access-request.ts'
import { oacAccessRequest } from './to-access-request.ts'

/** Of Operator Access Control. */
export const readOacAccessRequest: AccessRequestReader = async (room, { connection, id }, { signal, forDecision }) => {
  const { client } = connection
  const named = { accessRequestId: id }
  const { body: wire, etag } = await client.call('operator-access-control.getAccessRequest', named, { signal })

  const parts = openParts()
  const [decisions, control, actions, history, conversation] = await Promise.all([
    room.ledger.decisionsOn(id),
    parts.control(() =>
      room.control(connection, wire.opctlId, forDecision, async (operatorControlId) => {
        const reply = await client.call('operator-access-control.getOperatorControl', { operatorControlId })
        return fromOperatorControl(reply.body)
      }),
    ),
    forDecision
      ? null
      : parts.actions(() => room.catalogue.find(connection, 'operator-access-control', wire.actionRequestsList ?? [])),
    forDecision
      ? []
      : parts.history(() =>
          Array.fromAsync(client.items('operator-access-control.listAccessRequestHistories', named, { signal })),
        ),
    forDecision
      ? []
      : parts.conversation(() =>
          Array.fromAsync(client.items('operator-access-control.listInteractions', named, { signal })),
        ),
  ])
  const accessRequest = oacAccessRequest(connection, wire, {
    ...parts.told(),
    control,
    actions,
    history: oacHistory(history, decisions),
    conversation: oacConversation(conversation),
    decisions,
    etag,
    readAt: new Date().toISOString(),
  })
  return { accessRequest, etag }
}
