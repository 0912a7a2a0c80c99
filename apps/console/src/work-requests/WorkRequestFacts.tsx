import type { WorkRequest } from '@gatehouse/contract'
import { usePlaces } from '../frame/use-places.ts'
import { Fact, Facts } from '../ui/Facts.tsx'
import { useNow } from '../ui/now.ts'
import { Ocid } from '../ui/Ocid.tsx'
import { Section } from '../ui/Page.tsx'
import { Time } from '../ui/Time.tsx'
import { duration } from '../ui/times.ts'
import { inFlight, serviceNames } from '../states/work-request-state.ts'

/** Times, duration and place. */
export function WorkRequestFacts({ workRequest }: { workRequest: WorkRequest }) {
  const { acceptedAt, startedAt, finishedAt } = workRequest
  const { connectionInFull } = usePlaces()
  const running = inFlight(workRequest)
  return (
    <Section title="Details">
      <Facts>
        <Fact label="Accepted">
          <Time at={acceptedAt} />
        </Fact>
        <Fact label="Started">
          <Time at={startedAt} absent={running ? 'Not started yet' : 'Not reported by OCI'} />
        </Fact>
        <Fact label="Finished">
          <Time at={finishedAt} absent={running ? 'Still running' : 'Not reported by OCI'} />
        </Fact>
        <Fact label={running ? 'Running for' : 'Duration'} absent="Not started yet">
          {startedAt && <Elapsed from={startedAt} to={finishedAt} />}
        </Fact>
        <Fact label="Service">{serviceNames[workRequest.service] ?? workRequest.service}</Fact>
        <Fact label="Connection">{connectionInFull(workRequest.connectionId)}</Fact>
        <Fact label="Compartment">{workRequest.compartment?.path}</Fact>
        <Fact label="OCID">
          <Ocid id={workRequest.id} />
        </Fact>
      </Facts>
    </Section>
  )
}

function Elapsed({ from, to }: { from: string; to: string | null }) {
  const now = useNow('second')
  return <span className="tabular-nums">{duration((to ? Date.parse(to) : now) - Date.parse(from))}</span>
}
