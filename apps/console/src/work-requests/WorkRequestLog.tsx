import type { WorkRequest } from '@gatehouse/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { topics } from '../live/topics.ts'
import { useLiveState, useLiveTopics, useTopicState } from '../live/use-live.ts'
import { IconButton } from '../ui/Button.tsx'
import { CopyButton } from '../ui/CopyButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Log } from '../ui/log/Log.tsx'
import { logAsText } from '../ui/log/log-text.ts'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { StaleNote } from './StaleNote.tsx'
import { downloadUrl, workRequestLogQuery } from './queries.ts'
import { inFlight } from '../states/work-request-state.ts'

/** The archived log and errors of a work request, followed live. */
export function WorkRequestLog({ workRequest }: { workRequest: WorkRequest }) {
  const topic = topics.workRequestLog(workRequest)
  const { data: log } = useSuspenseQuery(workRequestLogQuery(workRequest))
  useLiveTopics([{ topic, after: log.lines.at(-1)?.sequence ?? 0 }])
  const { state: stream } = useLiveState()
  const topicState = useTopicState(topic)
  const [params, setParams] = useSearchParams()

  const ended = log.ended || topicState?.state === 'ended'
  const named = Number(params.get('line'))
  const line = Number.isSafeInteger(named) && named > 0 ? named : null
  const withLine = (sequence: number | null) => {
    const next = new URLSearchParams(params)
    if (sequence === null) next.delete('line')
    else next.set('line', String(sequence))
    return next
  }

  return (
    <>
      {topicState?.state === 'failing' && <StaleNote topicState={topicState} />}
      <Log
        key={workRequest.id}
        entries={log.lines}
        source={ended ? 'ended' : stream}
        rereadTo={log.rereadTo}
        startedAt={workRequest.startedAt}
        line={line}
        hrefOf={({ sequence }) => `?${withLine(sequence)}`}
        onLine={(sequence) => setParams(withLine(sequence), { replace: true, preventScrollReset: true })}
        actions={
          <>
            <CopyButton text={() => logAsText(log.lines)} label="Copy log" />
            <Menu
              trigger={
                <IconButton size="small" label="Download log">
                  <Download aria-hidden className="size-3.5" />
                </IconButton>
              }
            >
              <MenuItem onSelect={() => download(downloadUrl(workRequest, 'text'))}>As text</MenuItem>
              <MenuItem onSelect={() => download(downloadUrl(workRequest, 'json-lines'))}>As JSON lines</MenuItem>
            </Menu>
          </>
        }
        empty={
          <EmptyState title="No lines yet">
            {inFlight(workRequest)
              ? 'OCI has not written any lines yet. They appear here as they arrive.'
              : 'OCI wrote no log for this work request.'}
          </EmptyState>
        }
      />
    </>
  )
}

/** The answer says it is an attachment, so the page stays. */
function download(url: string) {
  window.location.assign(url)
}
