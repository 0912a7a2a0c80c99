import type { DelegationControlRow } from '../../../world/world.ts'
import { vmCluster } from '../vm-clusters.ts'

const checks = [
  'checked the version of the delegation agent',
  'checked free space below /u01',
  'compared sudo profiles with the catalogue',
  'wrote the sudo profile',
  'verified the checksum of the sudo profile',
  'reloaded auditd',
  'audit rules are loaded',
  'opened a test session and closed it',
  'sent a test record to the logging service',
  'the logging service confirmed the test record',
]

/** The log of a control that is applied to every host with every check, at least `count` lines long. */
export function rolloutMessages({ wire }: DelegationControlRow, count: number): string[] {
  const hosts = (wire.resourceIds ?? []).flatMap((id) => vmCluster(id).hostnames)
  const actions = wire.preApprovedServiceProviderActionNames?.join(', ') || 'no action'
  const lines = [`Applying ${wire.displayName} to ${hosts.length} hosts; ${actions} is pre-approved`]
  for (let round = 1; lines.length < count - 1; round += 1) {
    for (const host of hosts) lines.push(...checks.map((check) => `${host}: ${check} (pass ${round})`))
  }
  return [...lines, `${wire.displayName} is in effect on ${hosts.length} hosts`]
}
