import type { AccessHistoryEntry, AccessRequest } from '@gatehouse/contract'
import { stateInWords } from '../states/access-request-state.ts'
import { Section } from '../ui/Page.tsx'
import { shortenOcid } from '../ui/shorten-ocid.ts'
import { Timeline, TimelineEntry } from '../ui/Timeline.tsx'
import { hoursInWords } from './words.ts'

/** The states that it went through, newest first. */
export const AccessHistory = ({ request: { history, missing } }: { request: AccessRequest }) => (
  <Section title="History">
    {history.length === 0 && (
      <p className="text-text-soft">{missing.length > 0 ? 'The history could not be read.' : 'No history yet.'}</p>
    )}
    <Timeline label="History">
      {history.map((entry, index) => (
        <TimelineEntry
          key={`${entry.at} ${entry.state} ${history.length - index}`}
          tone={stateInWords(entry.state).tone}
          at={entry.at}
          title={stateInWords(entry.state).word}
          actor={<Actor entry={entry} />}
        >
          {detailsOf(entry)}
        </TimelineEntry>
      ))}
    </Timeline>
  </Section>
)

function Actor({ entry: { userName, userId } }: { entry: AccessHistoryEntry }) {
  if (userName !== null) return <span data-tip={userId ?? undefined}>{userName}</span>
  if (userId === null) return null
  if (!userId.startsWith('ocid1.')) return <>{userId === 'SYSTEM' ? 'OCI' : userId}</>
  return (
    <code data-tip={userId} className="font-mono">
      {shortenOcid(userId)}
    </code>
  )
}

function detailsOf({ description, durationHours, isAutoApproved, actions }: AccessHistoryEntry) {
  const details = [
    description,
    durationHours !== null && hoursInWords(durationHours),
    isAutoApproved && 'Pre-approved by the control',
    actions.length > 0 && actions.join(', '),
  ].filter(Boolean)
  return details.length === 0 ? null : details.join('\n')
}
