import type { OperatorAccessControl } from '@gatehouse/oci-api'
import { answer, type Handler } from '../../handler.ts'
import type { AccessRequestRow } from '../../world/world.ts'
import { processTree, sessionsOf, type Session } from './audit-sessions.ts'
import { stateOf, type State } from './lifecycle.ts'

/** How long a report can be read. **Assumed**. */
const keptDays = 90

const hasEnded: readonly State[] = ['COMPLETED', 'REVOKED', 'EXPIRED']
const wentWrong: readonly State[] = ['CLOSEFAILED', 'REVOKEFAILED', 'EXPIRYFAILED', 'UNDEPLOYFAILED']

/**
 * What the operator did, once access has ended: AVAILABLE with the report, in plain text; EXPIRED when it is too old;
 * FAILED when access could not be closed, and NOTAVAILABLE while it runs and where there never was any (**assumed**).
 */
export const getAuditLogReport: Handler<'operator-access-control.getAuditLogReport'> = (
  { accessRequestId, enableProcessTree },
  { world, region },
) => {
  const row = region.accessRequests.get(accessRequestId)
  const state = stateOf(row)
  if (wentWrong.includes(state)) return answer({ auditReportStatus: 'FAILED' })
  const granted = row.extra.grantedAtMs
  if (!hasEnded.includes(state) || granted === undefined) return answer({ auditReportStatus: 'NOTAVAILABLE' })
  const endedMs = Date.parse(row.wire.timeOfModification ?? '')
  if (world.clock.ms() - endedMs > keptDays * 86_400_000) return answer({ auditReportStatus: 'EXPIRED' })
  const sessions = sessionsOf(row, granted, endedMs)
  return answer({
    auditReportStatus: 'AVAILABLE',
    report: report(row, sessions),
    ...(enableProcessTree ? { processTree: processTree(sessions) } : {}),
    timeOfReportGeneration: new Date(endedMs).toISOString(),
  } satisfies OperatorAccessControl.AuditLogReport)
}

function report({ wire, extra }: AccessRequestRow, sessions: Session[]): string {
  const isKeystroke = wire.auditType?.some((type) => type.toUpperCase().includes('KEYSTROKE')) ?? false
  const count = sessions.reduce((sum, { commands }) => sum + commands.length, 0)
  return [
    'OPERATOR ACTIVITY REPORT',
    '',
    `Access request   ${wire.requestId}`,
    `OCID             ${wire.id}`,
    `Resource         ${wire.resourceName} (${wire.resourceType})`,
    `Operator         ${wire.operatorId}`,
    `Operator control ${wire.opctlName}`,
    `Actions          ${wire.actionRequestsList?.join(', ')}`,
    `Granted          ${new Date(extra.grantedAtMs ?? 0).toISOString()} for ${extra.grantedHours} hours`,
    `Ended            ${wire.timeOfModification} (${wire.lifecycleState})`,
    `Audit level      ${isKeystroke ? 'commands and keystrokes' : 'commands'}`,
    `Sessions         ${sessions.length}`,
    `Commands         ${count}`,
    ...sessions.flatMap(({ node, user, from, to, commands }, place) => [
      '',
      `Session ${place + 1}: ${user}@${node}, ${from} to ${to}`,
      ...commands.map(({ at, as, line, exit }) => `${at}  ${as.padEnd(8)} exit ${exit}  ${line}`),
    ]),
    '',
    'End of report',
  ].join('\n')
}
