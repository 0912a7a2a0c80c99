import type { AccessRequestSummary } from '@gatehouse/contract'
import { KeptMark } from '../lists/KeptMark.tsx'
import type { Column } from '../ui/table/column.ts'
import { Time } from '../ui/Time.tsx'
import { Hours } from './AccessRequestRow.tsx'
import { AccessStateBadge } from './AccessStateBadge.tsx'
import { AccessTimeLeft } from './AccessTimeLeft.tsx'
import { SeverityBadge } from './SeverityBadge.tsx'
import { actionsInShort, resourceName, resourceTypeName, serviceNames } from './words.ts'

/** The columns of the inbox. */
export const columns: readonly Column<AccessRequestSummary>[] = [
  {
    id: 'summary',
    head: 'Access request',
    minWidth: 260,
    cell: ({ severity, summary }) => (
      <span data-tip={summary} className="inline-flex max-w-full items-center gap-2">
        <SeverityBadge severity={severity} />
        <span className="truncate">{summary}</span>
      </span>
    ),
  },
  {
    id: 'severity',
    head: 'Severity',
    width: 104,
    hidden: true,
    cell: ({ severity }) => <SeverityBadge severity={severity} />,
  },
  {
    id: 'state',
    head: 'State',
    width: 200,
    cell: (request) => (
      <span className="flex items-center gap-1.5">
        <AccessStateBadge request={request} />
        <KeptMark forgottenAt={request.forgottenAt} />
      </span>
    ),
  },
  {
    id: 'resource',
    head: 'Resource',
    width: 156,
    cell: (request) => <span data-tip={placeOf(request)}>{resourceName(request)}</span>,
  },
  {
    id: 'actions',
    head: 'Actions',
    width: 152,
    cell: ({ actions }) => (
      <span data-tip={actions.join('\n')} className="font-mono text-xs">
        {actionsInShort(actions)}
      </span>
    ),
  },
  {
    id: 'hours',
    head: 'Hours',
    width: 92,
    cell: (request) => <Hours request={request} />,
  },
  {
    id: 'requested',
    head: 'Requested',
    width: 116,
    cell: (request) => <Time at={requestedAt(request)} show="relative" />,
  },
  { id: 'left', head: 'Time left', width: 128, cell: (request) => <AccessTimeLeft request={request} /> },
  { id: 'name', head: 'Name', width: 160, hidden: true, cell: ({ name }) => name },
  {
    id: 'compartment',
    head: 'Compartment',
    width: 220,
    hidden: true,
    cell: ({ compartment }) => compartment?.path,
  },
  {
    id: 'service',
    head: 'Service',
    width: 190,
    hidden: true,
    cell: ({ service }) => serviceNames[service],
  },
  {
    id: 'connection',
    head: 'Connection',
    width: 120,
    hidden: true,
    cell: ({ connectionId }) => connectionId,
  },
  {
    id: 'updated',
    head: 'Updated',
    width: 190,
    hidden: true,
    cell: ({ updatedAt }) => <Time at={updatedAt} />,
  },
]

/** When the latest request was made: for more hours while an extension waits, for access otherwise. */
const requestedAt = ({ phase, createdAt, updatedAt }: AccessRequestSummary) =>
  phase === 'extension-waiting' ? updatedAt : createdAt

const placeOf = ({ resource, compartment }: AccessRequestSummary) =>
  [resource.type && resourceTypeName(resource.type), compartment?.path].filter(Boolean).join('\n')
