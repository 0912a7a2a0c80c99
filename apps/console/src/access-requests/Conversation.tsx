import type { AccessRequest, Message } from '@gatehouse/contract'
import { cn } from '../ui/cn.ts'
import { Section } from '../ui/Page.tsx'
import { Time } from '../ui/Time.tsx'

const speakers: Record<Message['from'], string> = {
  customer: 'Your team',
  operator: 'Operator',
  unknown: 'Unknown sender',
}

/** Questions to the operator and their answers, oldest first. */
export function Conversation({ request: { conversation, isPendingMoreInfo } }: { request: AccessRequest }) {
  if (conversation.length === 0 && !isPendingMoreInfo) return null
  return (
    <Section title="Conversation" note={isPendingMoreInfo ? 'Waiting for the operator' : undefined}>
      {conversation.length === 0 && <p className="text-text-soft">The question could not be read.</p>}
      <ol aria-label="Conversation" className="space-y-3">
        {conversation.map(({ id, from, userName, text, at }) => (
          <li
            key={id ?? `${at} ${text}`}
            className={cn(
              'max-w-[38rem] rounded-panel border px-3 py-2',
              from === 'customer' ? 'ms-auto bg-accent-soft' : 'bg-sunken',
            )}
          >
            <p className="flex flex-wrap gap-x-2 text-sm text-text-soft">
              <span className="font-medium text-text">{speakers[from]}</span>
              {userName}
              <span className="ms-auto">
                <Time at={at} />
              </span>
            </p>
            <p className="whitespace-pre-line wrap-anywhere">{text}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
