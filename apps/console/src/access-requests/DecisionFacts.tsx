import type { AccessRequest } from '@gatehouse/contract'
import type { ReactNode } from 'react'
import { inWords } from '../ui/in-words.ts'
import { Ocid } from '../ui/Ocid.tsx'
import { ifNobodyActs } from './consequences.ts'

/** Who asks, what happens without a decision, why, and what governs it. */
export function DecisionFacts({ request }: { request: AccessRequest }) {
  const { control, ticketNumbers, reason } = request
  return (
    <dl className="space-y-4">
      <Labelled label="Who asks">
        <WhoAsks request={request} />
      </Labelled>
      <Labelled label="If nobody acts">{ifNobodyActs(request)}</Labelled>
      <Labelled label="Why">
        <span className="whitespace-pre-line">{reason ?? 'The operator gave no reason beyond the summary.'}</span>
        {ticketNumbers.length > 0 && <span className="block text-text-soft">Tickets: {ticketNumbers.join(', ')}</span>}
      </Labelled>
      {control && <Labelled label="Governed by">{control.name ?? <Ocid id={control.id} />}</Labelled>}
    </dl>
  )
}

const Labelled = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt className="font-semibold">{label}</dt>
    <dd className="mt-0.5 wrap-anywhere">{children}</dd>
  </div>
)

function WhoAsks({ request: { service, operatorId, requesterType } }: { request: AccessRequest }) {
  if (service === 'delegate-access-control') {
    return (
      <>
        {requesterType === null ? 'OCI does not say.' : `${inWords(requesterType)}.`} The service does not name the
        person.
      </>
    )
  }
  if (operatorId === null) return <>OCI does not say.</>
  return (
    <>
      Oracle operator <code className="font-mono text-sm">{operatorId}</code>, an opaque id: Oracle does not say who it
      is.
    </>
  )
}
