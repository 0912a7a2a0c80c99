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

/** What, where, how long and until when, and who has approved: what one sees without scrolling, on a phone too. */
export const DecisionGlance = ({ request }: { request: AccessRequest }) => (
  <dl className="grid grid-cols-2 gap-px bg-line lg:grid-cols-4">
    <Glance label="What">
      <What request={request} />
    </Glance>
    <Glance label="Where">
      <Where request={request} />
    </Glance>
    <Glance label={request.phase === 'ended' ? 'How long it was for' : 'How long'}>
      <HowLong request={request} />
    </Glance>
    <Glance label={request.phase === 'extension-waiting' ? 'Approvals of the extension' : 'Approvals'}>
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
          {marks.join(' · ') || 'Treat it as high risk'}
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
        {durationHours === null ? 'Not stated' : hoursInWords(durationHours)}
        {extensionHours !== null && (
          <span className={phase === 'extension-waiting' ? 'text-warn' : 'font-medium'}>
            {' '}
            + {hoursInWords(extensionHours)}
            {phase === 'extension-waiting' && ' asked'}
          </span>
        )}
      </Main>
      <More>
        <Until request={request} />
      </More>
    </>
  )
}

/** Absolute and counting down; what is derived says so. */
function Until({ request }: { request: AccessRequest }) {
  const now = useNow()
  const { phase, accessBeganAt, accessEndsAt, startsAt } = request
  const end = endsMs(request, null, now)
  if (phase === 'ended') {
    return accessEndsAt === null ? (
      'Access never began'
    ) : (
      <>
        Ended <Time at={accessEndsAt} />
      </>
    )
  }
  if (phase === 'waiting' || phase === 'scheduled' || accessEndsAt === null) {
    if (end === null) return 'OCI does not say for how long, so its end cannot be told'
    const isLater = startsAt !== null && Date.parse(startsAt) > now
    return (
      <>
        {isLater && (
          <>
            From <Time at={startsAt} />{' '}
          </>
        )}
        {isLater ? 'until' : 'Until'} <Time at={new Date(end).toISOString()} />
        {!isLater && phase === 'waiting' && ' if it began now'}
      </>
    )
  }
  return (
    <>
      <TimeLeft until={accessEndsAt} from={accessBeganAt} past="Was to end" />
      <span className="block" data-tip="Counted from when access began and the hours granted: OCI gives no end">
        Until <Time at={accessEndsAt} /> (derived)
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
        <Main>None asked</Main>
        <More>The control approves these actions in advance</More>
      </>
    )
  }
  const missing = approvalSlots(request).filter(({ kind }) => kind === 'empty').length
  const waits = request.phase === 'waiting' || request.phase === 'extension-waiting'
  return (
    <>
      <Main>{approvalsInWords(request)}</Main>
      <More>{waits && missing > 0 ? missingWords(request, missing) : 'Who and when is below'}</More>
    </>
  )
}

const missingWords = ({ approvalsRequired }: AccessRequest, missing: number) =>
  approvalsRequired === null
    ? 'OCI does not say how many are needed'
    : `${plural(missing, 'more person has', 'more people have')} to approve`
