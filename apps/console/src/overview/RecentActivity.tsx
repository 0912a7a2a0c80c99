import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { recentActivityQuery } from '../api/activity.ts'
import { usePlaces } from '../frame/use-places.ts'
import { paths } from '../paths.ts'
import { actInWords, actStatus, subjectPath } from '../states/activity-words.ts'
import { Badge } from '../ui/Badge.tsx'
import { Timeline, TimelineEntry } from '../ui/Timeline.tsx'
import { Panel } from './Panel.tsx'

const shown = 8

/** The latest acts. */
export function RecentActivity() {
  const { data, error, refetch, isFetching } = useQuery(recentActivityQuery)
  const { inScope } = usePlaces()
  return (
    <Panel
      title="Recent activity"
      all={{ path: paths.activity, label: 'All activity' }}
      data={data?.items.filter(({ connectionId }) => inScope({ connectionId }))}
      error={data ? null : error}
      retry={() => void refetch()}
      retrying={isFetching}
    >
      {(actions) =>
        actions.length === 0 ? (
          <p className="px-2 py-8 text-center text-text-soft">No activity yet. Decisions and actions appear here.</p>
        ) : (
          <Timeline label="Recent activity">
            {actions.slice(0, shown).map((action) => {
              const { word, tone, meaning } = actStatus(action.status)
              return (
                <TimelineEntry
                  key={action.id}
                  at={action.at}
                  tone={tone}
                  title={
                    <>
                      {action.by.name} {actInWords(action)}{' '}
                      <Link to={subjectPath(action)} className="link">
                        {action.subject.name}
                      </Link>
                    </>
                  }
                  actor={
                    action.status !== 'done' && (
                      <Badge tone={tone} tip={meaning}>
                        {word}
                      </Badge>
                    )
                  }
                >
                  {action.problem ?? action.comment}
                </TimelineEntry>
              )
            })}
          </Timeline>
        )
      }
    </Panel>
  )
}
