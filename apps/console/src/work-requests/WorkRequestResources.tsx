import type { WorkRequest, WorkRequestResource } from '@gatehouse/contract'
import { Link } from 'react-router'
import { paths } from '../paths.ts'
import { resourceKind } from '../states/work-subject.ts'
import { Badge } from '../ui/Badge.tsx'
import { Fact, Facts } from '../ui/Facts.tsx'
import { Ocid } from '../ui/Ocid.tsx'
import { Section } from '../ui/Page.tsx'
import type { Tone } from '../ui/tones.ts'
import { inWords } from '../ui/in-words.ts'

const tones: Record<string, Tone> = {
  CREATED: 'good',
  UPDATED: 'good',
  DELETED: 'plain',
  IN_PROGRESS: 'busy',
  FAILED: 'bad',
}

/** The resources of the work request, with the action on each. */
export function WorkRequestResources({ workRequest }: { workRequest: WorkRequest }) {
  return (
    <Section title="Resources" note={String(workRequest.resources.length)}>
      {workRequest.resources.length === 0 && <p className="text-text-soft">No resources reported by OCI.</p>}
      <ul className="space-y-3">
        {workRequest.resources.map((resource) => (
          <li key={`${resource.type} ${resource.id}`} className="space-y-1">
            <div className="flex items-center justify-between gap-2">
              <ResourceKind resource={resource} connectionId={workRequest.connectionId} />
              <Badge tone={tones[resource.action] ?? 'plain'}>{inWords(resource.action)}</Badge>
            </div>
            <Ocid id={resource.id} />
            <Metadata resource={resource} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** OCI's metadata on the resource. */
function Metadata({ resource }: { resource: WorkRequestResource }) {
  const entries = Object.entries(resource.metadata).filter(([, value]) => value !== resource.id)
  if (entries.length === 0) return null
  return (
    <Facts>
      {entries.map(([key, value]) => (
        <Fact key={key} label={metadataLabels[key] ?? inWords(key)}>
          <MetadataValue of={key} value={value} />
        </Fact>
      ))}
    </Facts>
  )
}

/** The keys that Delegate Access Control documents. */
const metadataLabels: Record<string, string> = {
  VM_CLUSTER_ID: 'VM cluster',
  HOSTNAMES: 'Hosts',
  COMMANDS: 'Commands',
  RESULT_LOCATION: 'Results',
}

function MetadataValue({ of: key, value }: { of: string; value: string }) {
  if (value.startsWith('ocid1.')) return <Ocid id={value} />
  if (key === 'HOSTNAMES') return value.split(',').map((host) => <div key={host}>{host}</div>)
  if (key === 'COMMANDS') return <code className="font-mono text-sm">{value}</code>
  return value
}

/** A link for kinds with a page, else the name of the kind. */
function ResourceKind({ resource, connectionId }: { resource: WorkRequestResource; connectionId: string }) {
  const kind = resourceKind(resource.type)
  const to = pageOf[kind]?.({ connectionId, id: resource.id })
  if (!to) return <span className="font-medium">{kind}</span>
  return (
    <Link to={to} className="link font-medium">
      {kind}
    </Link>
  )
}

const pageOf: Record<string, (place: { connectionId: string; id: string }) => string> = {
  'Desktop pool': paths.desktopPool,
  'Access request': (place) => paths.accessRequest({ ...place, service: 'delegate-access-control' }),
}
