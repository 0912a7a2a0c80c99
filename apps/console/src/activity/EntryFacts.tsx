import type { Action } from '@gatehouse/contract'
import { Link } from 'react-router'
import { serviceName, usePlaces } from '../frame/use-places.ts'
import { workRequestPath } from '../states/activity-words.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Fact, Facts } from '../ui/Facts.tsx'
import { Ocid } from '../ui/Ocid.tsx'
import { Time } from '../ui/Time.tsx'

/** All that the ledger holds of an act. */
export function EntryFacts({ action }: { action: Action }) {
  const { connectionName } = usePlaces()
  const { sequence, id, at, subject, signedAs, completedAt, workRequestId, opcRequestId, hash, connectionId } = action
  const workRequest = workRequestPath(action)
  return (
    <Facts columns={2}>
      <Fact label="Entry">{sequence}</Fact>
      <Fact label="Attempt">
        <Copied text={id} what="attempt's id" />
      </Fact>
      <Fact label="Connection">{connectionName(connectionId)}</Fact>
      <Fact label="Service">{serviceName(subject.service)}</Fact>
      <Fact label="OCID">
        <Ocid id={subject.id} />
      </Fact>
      <Fact label="Signed as" absent="Nothing was signed, or not as a user of OCI">
        {signedAs && <Ocid id={signedAs} />}
      </Fact>
      <Fact label="Written">
        <Time at={at} show="both" />
      </Fact>
      <Fact label="Completed" absent="No answer has come">
        {completedAt && <Time at={completedAt} show="both" />}
      </Fact>
      <Fact label="Work request" absent="It started none">
        {workRequestId && (
          <span className="flex flex-wrap items-center gap-x-2">
            <Ocid id={workRequestId} />
            {workRequest && (
              <Link to={workRequest} className="link">
                Follow it
              </Link>
            )}
          </span>
        )}
      </Fact>
      <Fact label="opc-request-id" absent="OCI was not asked, or its answer was lost">
        {opcRequestId && <Copied text={opcRequestId} what="opc-request-id" />}
      </Fact>
      <Fact label="Hash">
        <Copied text={hash} shown={`${hash.slice(0, 12)}…`} what="hash" />
      </Fact>
    </Facts>
  )
}

const Copied = ({ text, shown = text, what }: { text: string; shown?: string; what: string }) => (
  <span className="inline-flex max-w-full items-center gap-0.5">
    <code data-tip={text} className="truncate font-mono text-sm text-text-soft">
      {shown}
    </code>
    <CopyButton text={text} label={`Copy the ${what}`} />
  </span>
)
