import type { Action } from '@gatehouse/contract'
import { Link } from 'react-router'
import { serviceName, usePlaces } from '../frame/use-places.ts'
import { actName, followingInWords, workRequestPath } from '../states/activity-words.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Fact, Facts } from '../ui/Facts.tsx'
import { useNow } from '../ui/now.ts'
import { Ocid } from '../ui/Ocid.tsx'
import { Time } from '../ui/Time.tsx'

/** Every field of a ledger entry. */
export function EntryFacts({ action }: { action: Action }) {
  const now = useNow()
  const { connectionName } = usePlaces()
  const { sequence, id, at, subject, signedAs, wasSent, answeredAt, completedAt, opcRequestId, hash } = action
  const following = followingInWords(action, now)
  return (
    <Facts columns={2}>
      <Fact label="Entry">{sequence}</Fact>
      <Fact label="Attempt ID">
        <Copied text={id} what="attempt ID" />
      </Fact>
      <Fact label="Action">{actName(action.act)}</Fact>
      <Fact label="Service">{serviceName(subject.service)}</Fact>
      <Fact label="Connection">{connectionName(action.connectionId)}</Fact>
      <Fact label="Compartment" absent="Not recorded by earlier versions">
        {action.compartmentId && <Compartment id={action.compartmentId} connectionId={action.connectionId} />}
      </Fact>
      <Fact label="OCID">
        <Ocid id={subject.id} />
      </Fact>
      <Fact label="Signed as" absent="Not signed as an OCI user">
        {signedAs && <Ocid id={signedAs} />}
      </Fact>
      <Fact label="Recorded">
        <Time at={at} show="both" />
      </Fact>
      <Fact label="Sent to OCI">{wasSent ? 'Yes' : 'No'}</Fact>
      <Fact label="Answered" absent="No answer yet">
        {answeredAt && <Time at={answeredAt} show="both" />}
      </Fact>
      <Fact label="Completed" absent="Not settled yet">
        {completedAt && <Time at={completedAt} show="both" />}
      </Fact>
      {action.effect && <Fact label="Effect">{action.effect}</Fact>}
      {following && <Fact label="Follow-up">{following}</Fact>}
      <Fact label="Work request" absent="None">
        {action.workRequestId && <WorkRequest id={action.workRequestId} path={workRequestPath(action)} />}
      </Fact>
      <Fact label="opc-request-id" absent="Not sent to OCI, or the answer was lost">
        {opcRequestId && <Copied text={opcRequestId} what="opc-request-id" />}
      </Fact>
      <Fact label="Hash">
        <Copied text={hash} shown={`${hash.slice(0, 12)}…`} what="hash" />
      </Fact>
    </Facts>
  )
}

/** A compartment by its path, or by its OCID when the connection does not list it. */
function Compartment({ id, connectionId }: { id: string; connectionId: string }) {
  const { connections } = usePlaces()
  const connection = connections.find((each) => each.id === connectionId)
  const path = connection?.compartments.find((compartment) => compartment.id === id)?.path
  return path ? <span data-tip={id}>{path}</span> : <Ocid id={id} />
}

const WorkRequest = ({ id, path }: { id: string; path: string | undefined }) => (
  <span className="flex flex-wrap items-center gap-x-2">
    <Ocid id={id} />
    {path && (
      <Link to={path} className="link">
        View
      </Link>
    )}
  </span>
)

const Copied = ({ text, shown = text, what }: { text: string; shown?: string; what: string }) => (
  <span className="inline-flex max-w-full items-center gap-0.5">
    <code data-tip={text} className="truncate font-mono text-sm text-text-soft">
      {shown}
    </code>
    <CopyButton text={text} label={`Copy ${what}`} />
  </span>
)
