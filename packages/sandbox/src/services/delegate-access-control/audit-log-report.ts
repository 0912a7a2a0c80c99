import type { DelegateAccessControl } from '@gatehouse/oci-api'
import { answer, type Handler } from '../../handler.ts'
import type { DelegatedResourceAccessRequestRow } from '../../world/world.ts'
import { isClosed } from './access-request-status.ts'
import { accessEndMs } from './transitions/expiry.ts'
import { temporaryUser } from './transitions/deployment.ts'
import { statusOf } from './transitions/move.ts'
import { vmCluster } from './vm-clusters.ts'

const keptMs = 90 * 86_400_000
const betweenCommandsMs = 7 * 60_000
const mostCommands = 200

const commands = [
  'sudo -l',
  'uptime',
  'df -h /u01',
  'crsctl stat res -t',
  'tail -n 200 /u01/app/grid/diag/crs/alert.log',
  'oswbb/analyze --last 2h',
  'dbmcli -e list alerthistory',
  'tfactl diagcollect -last 4h',
  'systemctl status oracle-ohasd',
  'sqlplus -S / as sysdba @awr_snapshot.sql',
  'cat /proc/meminfo',
  'exit',
]

/**
 * What the operator did, told in near real time while access is open. Before there was access there is nothing to report;
 * that a report is kept for 90 days, and that CLOSE_FAILED leaves none, is assumed.
 */
export const getDelegatedResourceAccessRequestAuditLogReport: Handler<
  'delegate-access-control.getDelegatedResourceAccessRequestAuditLogReport'
> = ({ delegatedResourceAccessRequestId, isProcessTreeEnabled = false }, { world, region }) => {
  const row = region.delegatedResourceAccessRequests.get(delegatedResourceAccessRequestId)
  const nowMs = world.clock.ms()
  const auditReportStatus = reportStatus(row, nowMs)
  if (auditReportStatus !== 'AVAILABLE') return answer({ auditReportStatus })
  const untilMs = closedAtMs(row) ?? nowMs
  return answer({
    auditReportStatus,
    report: report(row, untilMs),
    ...(isProcessTreeEnabled ? { processTree: processTree(row, untilMs) } : {}),
    timeReportGenerated: new Date(untilMs).toISOString(),
  })
}

function reportStatus(row: DelegatedResourceAccessRequestRow, nowMs: number): DelegateAccessControl.AuditReportStatus {
  if (row.extra.grantedAtMs === undefined) return 'NOTAVAILABLE'
  if (statusOf(row) === 'CLOSE_FAILED') return 'FAILED'
  const closed = closedAtMs(row)
  return closed !== undefined && nowMs - closed > keptMs ? 'EXPIRED' : 'AVAILABLE'
}

function closedAtMs(row: DelegatedResourceAccessRequestRow): number | undefined {
  return isClosed(statusOf(row)) ? Date.parse(row.wire.timeUpdated ?? '') : undefined
}

interface Command {
  at: string
  host: string
  process: number
  command: string
}

/** One command every few minutes from the moment access began, on the hosts in turn; the same at every reading. */
function commandsRun(row: DelegatedResourceAccessRequestRow, untilMs: number): Command[] {
  const startMs = row.extra.grantedAtMs ?? untilMs
  const { hostnames } = vmCluster(row.wire.resourceId)
  const endMs = Math.min(untilMs, accessEndMs(row))
  const count = Math.min(mostCommands, Math.floor((endMs - startMs) / betweenCommandsMs))
  return Array.from({ length: Math.max(0, count) }, (_, place) => ({
    at: new Date(startMs + (place + 1) * betweenCommandsMs).toISOString(),
    host: hostnames[Math.floor(place / commands.length) % hostnames.length] ?? '',
    process: 21_000 + place * 37,
    command: commands[place % commands.length] ?? '',
  }))
}

function report(row: DelegatedResourceAccessRequestRow, untilMs: number) {
  const { id, displayName, resourceName = row.wire.resourceId } = row.wire
  const lines = commandsRun(row, untilMs).map(
    ({ at, host, process, command }) => `${at} ${host} ${temporaryUser(id)} pid=${process} ${command}`,
  )
  return [`Audit log report of ${displayName ?? id} on ${resourceName}`, `Commands: ${lines.length}`, ...lines].join(
    '\n',
  )
}

function processTree(row: DelegatedResourceAccessRequestRow, untilMs: number) {
  const byHost = Object.groupBy(commandsRun(row, untilMs), ({ host }) => host)
  return Object.entries(byHost)
    .map(([host, run = []]) =>
      [
        host,
        `└─ sshd: ${temporaryUser(row.id)}`,
        '   └─ bash',
        ...run.map(({ process, command }) => `      └─ ${process} ${command}`),
      ].join('\n'),
    )
    .join('\n')
}
