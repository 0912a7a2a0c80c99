import type { AccessRequest, RequestedAction } from '@gatehouse/contract'
import { ShieldAlert } from 'lucide-react'
import { needsDecision } from '../states/access-request-state.ts'
import { Badge } from '../ui/Badge.tsx'
import { cn } from '../ui/cn.ts'
import { plural } from '../ui/in-words.ts'
import { actionRisk, actionsForDecision } from './risk.ts'

/** The actions that the operator requests. Those that are not pre-approved come first: they require the decision. */
export function RequestedActions({ request }: { request: AccessRequest }) {
  const actions = actionsForDecision(request)
  const notPreApproved = actions.filter(({ preApproved }) => preApproved !== true)
  const allowed = actions.filter(({ preApproved }) => preApproved === true)
  const needsDecisionHere = needsDecision(request) && notPreApproved.some(({ preApproved }) => preApproved === false)
  return (
    <div className="space-y-2">
      <h3 className="font-semibold">Requested actions</h3>
      {needsDecisionHere && <p className="text-text-soft">Not pre-approved by the control:</p>}
      {actions.length === 0 && <p className="text-bad">OCI lists no actions. Treat this as high risk.</p>}
      <ul className="space-y-3">
        {notPreApproved.map((action) => (
          <ActionItem key={action.name} action={action} />
        ))}
      </ul>
      {allowed.length > 0 && (
        <details open={notPreApproved.length === 0}>
          <summary className="rounded-control py-1 text-text-soft">
            {plural(allowed.length, 'action')} pre-approved by the control
          </summary>
          <ul className="mt-2 space-y-3">
            {allowed.map((action) => (
              <ActionItem key={action.name} action={action} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

const edges = { high: 'border-bad', raised: 'border-warn', usual: '' }
const tones = { high: 'bad', raised: 'warn', usual: 'plain' } as const

function ActionItem({ action }: { action: RequestedAction }) {
  const { level, marks } = actionRisk(action)
  const properties = action.properties.filter(({ name }) => !/ssh/i.test(name))
  return (
    <li className={cn('border-s-2 ps-3', edges[level])}>
      <p className="font-medium">{action.displayName ?? action.name}</p>
      <div className="mt-0.5 flex flex-wrap items-center gap-1.5">
        {action.displayName !== null && (
          <code className="font-mono text-xs text-text-soft wrap-anywhere">{action.name}</code>
        )}
        {action.layer && (
          <Badge tone="plain" icon={null} tip="Infrastructure layer">
            {action.layer}
          </Badge>
        )}
        {marks.map((mark) => (
          <Badge key={mark} tone={tones[level]} icon={<ShieldAlert aria-hidden className="size-3.5" />}>
            {mark}
          </Badge>
        ))}
        {action.sshAllowed === false && (
          <Badge tone="plain" icon={null}>
            No shell
          </Badge>
        )}
        {action.preApproved === null && (
          <Badge tone="plain" icon={null} tip="The control could not be read or does not mention this action">
            Pre-approval unknown
          </Badge>
        )}
      </div>
      <p className="mt-1 text-text-soft">{action.description ?? 'No description from Oracle.'}</p>
      {properties.length > 0 && (
        <p className="mt-0.5 text-sm text-text-soft">
          {properties.map(({ name, value }) => `${name}: ${value}`).join(' · ')}
        </p>
      )}
    </li>
  )
}
