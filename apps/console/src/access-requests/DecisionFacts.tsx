import type { AccessRequest } from '@gatehouse/contract'
import type { ReactNode } from 'react'
import { inWords } from '../ui/in-words.ts'
import { Ocid } from '../ui/Ocid.tsx'
import { ifNoAction } from './consequences.ts'

/** Who requests it, what happens without a decision, the reason, and the control. */
export function DecisionFacts({ request }: { request: AccessRequest }) {
  const { control, ticketNumbers, reason } = request
  return (
    <dl className="space-y-4">
      <Labelled label="Requested by">
        <RequestedBy request={request} />
      </Labelled>
      <Labelled label="If no action is taken">{ifNoAction(request)}</Labelled>
      <Labelled label="Reason">
        <span className="whitespace-pre-line">{reason ?? 'No reason given beyond the summary.'}</span>
        {ticketNumbers.length > 0 && <span className="block text-text-soft">Tickets: {ticketNumbers.join(', ')}</span>}
      </Labelled>
      {control && <Labelled label="Control">{control.name ?? <Ocid id={control.id} />}</Labelled>}
    </dl>
  )
}

const Labelled = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt className="font-semibold">{label}</dt>
    <dd className="mt-0.5 wrap-anywhere">{children}</dd>
  </div>
)

function RequestedBy({ request: { service, operatorId, requesterType } }: { request: AccessRequest }) {
  if (service === 'delegate-access-control') {
    return (
      <>
        {requesterType === null ? 'Not reported by OCI.' : `${inWords(requesterType)}.`} The service does not identify
        the person.
      </>
    )
  }
  if (operatorId === null) return <>Not reported by OCI.</>
  return (
    <>
      Oracle operator <code className="font-mono text-sm">{operatorId}</code>, an opaque ID. Oracle does not disclose
      the name.
    </>
  )
}
