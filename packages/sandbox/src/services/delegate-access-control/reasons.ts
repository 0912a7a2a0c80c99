import type { DelegateAccessControl } from '@gatehouse/oci-api'

/** A kind of case in which operators ask for access, in the words they use. */
export interface Case {
  reasonForRequest: string
  description: string
  actions: string[]
  serviceType: DelegateAccessControl.ServiceProviderServiceType
  severity: DelegateAccessControl.DelegatedResourceAccessRequestSeverity
  durationInHours: number
  /** How many of the cluster's databases it is about. */
  databases: number
}

export const cases: readonly Case[] = [
  {
    reasonForRequest: 'Cluster node evicted, database instances down',
    description:
      'Node 2 was evicted from the cluster after missed network heartbeats. Cluster logs and an OS watcher bundle are needed, and Grid Infrastructure may have to be restarted on the node.',
    actions: ['DLGT_MGMT_LOG_ACCESS', 'DLGT_MGMT_GRID_RESTART'],
    serviceType: 'TROUBLESHOOTING',
    severity: 'S1',
    durationInHours: 4,
    databases: 2,
  },
  {
    reasonForRequest: 'Sessions hang on enq: TX row lock contention',
    description:
      'Hang analysis and system state dumps are to be taken from both instances while the contention lasts; no session is killed without agreement in the service request.',
    actions: ['DLGT_MGMT_DIAG_ACCESS', 'DLGT_MGMT_DATABASE_SESSION'],
    serviceType: 'TROUBLESHOOTING',
    severity: 'S2',
    durationInHours: 6,
    databases: 1,
  },
  {
    reasonForRequest: 'Quarterly patch of Grid Infrastructure',
    description:
      'Rolling patch of Grid Infrastructure to the October release update, node by node, with a roll-back after each node if its services do not come back within 30 minutes.',
    actions: ['DLGT_MGMT_PATCH_ACCESS', 'DLGT_MGMT_GRID_RESTART'],
    serviceType: 'ASSISTED_PATCHING',
    severity: 'S3',
    durationInHours: 12,
    databases: 3,
  },
  {
    reasonForRequest: 'Collect diagnostics for a closed incident',
    description: 'Trace files of last night are needed to close the root cause analysis. Read only.',
    actions: ['DLGT_MGMT_LOG_ACCESS'],
    serviceType: 'TROUBLESHOOTING',
    severity: 'S4',
    durationInHours: 2,
    databases: 0,
  },
  {
    reasonForRequest: 'Guest operating system does not boot after kernel update',
    description:
      'The guest of node 1 stops in dracut. A console session as root is needed to choose the former kernel and rebuild the initramfs.',
    actions: ['DLGT_MGMT_FULL_ACCESS'],
    serviceType: 'TROUBLESHOOTING',
    severity: 'S1',
    durationInHours: 8,
    databases: 0,
  },
  {
    reasonForRequest: 'Backups to object storage fail with ORA-19511',
    description:
      'The backup module returns ORA-19511 since the last certificate rotation. Its wallet has to be rebuilt.',
    actions: ['DLGT_MGMT_DIAG_ACCESS', 'DLGT_MGMT_NETWORK_DIAG'],
    serviceType: 'TROUBLESHOOTING',
    severity: 'S2',
    durationInHours: 4,
    databases: 1,
  },
  {
    reasonForRequest: 'Managed update of the Exadata guest image',
    description: 'Scheduled update of the guest image within the agreed window; hosts restart one after the other.',
    actions: ['DLGT_MGMT_SOFTWARE_UPDATE'],
    serviceType: 'MANAGED_SOFTWARE_UPDATES',
    severity: 'S3',
    durationInHours: 10,
    databases: 0,
  },
  {
    reasonForRequest: 'Interconnect shows packet reassembly failures',
    description: 'Captures on the private interconnect for 20 minutes during the evening peak. Nothing is changed.',
    actions: ['DLGT_MGMT_LOG_ACCESS', 'DLGT_MGMT_NETWORK_DIAG'],
    serviceType: 'TROUBLESHOOTING',
    severity: 'S3',
    durationInHours: 3,
    databases: 0,
  },
]
