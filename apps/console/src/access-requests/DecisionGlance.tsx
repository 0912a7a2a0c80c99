import type { AccessRequest } from '@gatehouse/contract'
import type { ReactNode } from 'react'
import { usePlaces } from '../frame/use-places.ts'
import { cn } from '../ui/cn.ts'
import { plural } from '../ui/in-words.ts'
import { useNow } from '../ui/now.ts'
import { Time } from '../ui/Time.tsx'
import { TimeLeft } from '../ui/TimeLeft.tsx'
import { endsMs } from './access-window.ts'
import { approvalSlots, approvalsInWords } from './approval-slots.ts'
import { approvalsGivenInRound } from './blocked.ts'
import { actionRisk, actionsForDecision } from './risk.ts'
import { hoursInWords, resourceName, resourceTypeName } from './words.ts'

/** Access, resource, duration and approvals: visible without scrolling, on a phone too. */
export const DecisionGlance = ({ request }: { request: AccessRequest }) => (
  <dl className="grid grid-cols-2 gap-px bg-line lg:grid-cols-4">
    <Glance label="Access">
      <What request={request} />
    </Glance>
    <Glance label="Resource">
      <Where request={request} />
    </Glance>
    <Glance label="Duration">
      <HowLong request={request} />
    </Glance>
    <Glance label={request.phase === 'extension-waiting' ? 'Extension approvals' : 'Approvals'}>
      <Approved request={request} />
    </Glance>
  </dl>
)

const Glance = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="min-w-0 bg-surface px-4 py-3">
    <dt className="text-sm text-text-soft">{label}</dt>
    <dd className="wrap-anywhere">{children}</dd>
  </div>
)

const Main = ({ children }: { children: ReactNode }) => <span className="block text-lg font-semibold">{children}</span>
const More = ({ children }: { children: ReactNode }) => <span className="block text-sm text-text-soft">{children}</span>

function What({ request }: { request: AccessRequest }) {
  const actions = actionsForDecision(request)
  const [first] = actions
  const risks = actions.map(actionRisk)
  const marks = [...new Set(risks.flatMap((risk) => risk.marks))]
  const isHigh = actions.length === 0 || risks.some(({ level }) => level === 'high')
  return (
    <>
      <Main>
        {actions.length === 1 && first ? (first.displayName ?? first.name) : plural(actions.length, 'action')}
      </Main>
      {marks.length > 0 || isHigh ? (
        <span className={cn('block text-sm font-medium', isHigh ? 'text-bad' : 'text-warn')}>
          {marks.join(' · ') || 'Treat as high risk'}
        </span>
      ) : (
        <More>No shell, no full administration</More>
      )}
    </>
  )
}

function Where({ request }: { request: AccessRequest }) {
  const { connectionName, regionOf } = usePlaces()
  const { resource, compartment, connectionId } = request
  return (
    <>
      <Main>{resourceName(request)}</Main>
      <More>
        {[
          resource.type && resourceTypeName(resource.type),
          compartment?.path,
          regionOf(connectionId) ?? connectionName(connectionId),
        ]
          .filter(Boolean)
          .join(' · ')}
      </More>
    </>
  )
}

function HowLong({ request }: { request: AccessRequest }) {
  const { phase, durationHours, extensionHours } = request
  return (
    <>
      <Main>
        {durationHours === null ? 'Not specified' : hoursInWords(durationHours)}
        {extensionHours !== null && (
          <span className={phase === 'extension-waiting' ? 'text-warn' : 'font-medium'}>
            {' '}
            + {hoursInWords(extensionHours)}
            {phase === 'extension-waiting' && ' requested'}
          </span>
        )}
      </Main>
      <More>
        <Until request={request} />
      </More>
    </>
  )
}

/** The end as a time and as a countdown. Calculated times are marked. */
function Until({ request }: { request: AccessRequest }) {
  const now = useNow()
  const { phase, accessBeganAt, accessEndsAt, startsAt } = request
  const end = endsMs(request, null, now)
  if (phase === 'ended') {
    return accessEndsAt === null ? (
      'Access never started'
    ) : (
      <>
        Ended <Time at={accessEndsAt} />
      </>
    )
  }
  if (phase === 'waiting' || phase === 'scheduled' || accessEndsAt === null) {
    if (end === null) return 'End unknown: OCI reports no duration'
    const isLater = startsAt !== null && Date.parse(startsAt) > now
    return (
      <>
        {isLater && (
          <>
            From <Time at={startsAt} />{' '}
          </>
        )}
        {isLater ? 'until' : 'Until'} <Time at={new Date(end).toISOString()} />
        {!isLater && phase === 'waiting' && ' if approved now'}
      </>
    )
  }
  return (
    <>
      <TimeLeft until={accessEndsAt} from={accessBeganAt} past="Should have ended" />
      <span
        className="block"
        data-tip="Calculated from the start of access and the hours granted. OCI reports no end time"
      >
        Until <Time at={accessEndsAt} /> (calculated)
      </span>
      {phase === 'extension-waiting' && end !== null && (
        <span className="block text-warn">
          With the extension until <Time at={new Date(end).toISOString()} />
        </span>
      )}
    </>
  )
}

function Approved({ request }: { request: AccessRequest }) {
  const given = approvalsGivenInRound(request)
  if (request.isAutoApproved && given === 0) {
    return (
      <>
        <Main>None required</Main>
        <More>Pre-approved by the control</More>
      </>
    )
  }
  const missing = approvalSlots(request).filter(({ kind }) => kind === 'empty').length
  const waits = request.phase === 'waiting' || request.phase === 'extension-waiting'
  return (
    <>
      <Main>{approvalsInWords(request)}</Main>
      <More>{waits && missing > 0 ? missingWords(request, missing) : 'Details below'}</More>
    </>
  )
}

const missingWords = ({ approvalsRequired }: AccessRequest, missing: number) =>
  approvalsRequired === null ? 'Number required not reported by OCI' : `${plural(missing, 'more approval')} required`
