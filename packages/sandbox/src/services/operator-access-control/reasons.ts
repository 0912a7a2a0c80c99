import type { OperatorAccessControl } from '@gatehouse/oci-api'
import type { ActionKind } from './action-kinds.ts'

/** Why an operator asks for access. `{resource}` and `{node}` are filled in. */
export interface Reason {
  summary: string
  text: string
  severity: OperatorAccessControl.AccessRequestSeverities
  hours: number
  kinds: readonly ActionKind[]
}

export const reasons = {
  unreachable: {
    summary: 'Database server {node} is unreachable over the management network',
    text: 'Monitoring lost {node} at the management interface. Virtual machines still answer, so the fault is taken to be in the hypervisor networking. Console access is needed to read the bond state and, if it is degraded, to bring the standby interface up.',
    severity: 'S1',
    hours: 4,
    kinds: ['HYPERVISOR', 'DIAG'],
  },
  flashCard: {
    summary: 'Predictive failure reported for a flash card on a storage server of {resource}',
    text: 'The cell reported a predictive failure for one flash card. Redundancy is intact. The card has to be set to confinement, replaced by field engineering, and brought back into the flash cache.',
    severity: 'S2',
    hours: 6,
    kinds: ['CELL_MGMT'],
  },
  unplannedRestart: {
    summary: 'Collect diagnostics after an unplanned restart of {node}',
    text: 'The node restarted by itself and came back healthy. Kernel and hardware logs are needed to find the cause; nothing will be changed.',
    severity: 'S3',
    hours: 2,
    kinds: ['DIAG'],
  },
  stoppedUpdate: {
    summary: 'Quarterly infrastructure update stopped on {node}',
    text: 'The rolling update of the infrastructure stopped in its pre-check on one node because a file system is nearly full. Old image files have to be removed and the update continued. The virtual machines on this node are restarted one after another as announced in the maintenance notice.',
    severity: 'S2',
    hours: 8,
    kinds: ['UPDATE_RESTART'],
  },
  silentTelemetry: {
    summary: 'Control plane server of {resource} does not forward telemetry',
    text: 'Metrics of the rack stopped arriving two hours ago. The forwarding service on the control plane server has to be inspected and restarted. Database servers are not touched.',
    severity: 'S3',
    hours: 2,
    kinds: ['CPS_ONLY'],
  },
  packetLoss: {
    summary: 'Intermittent packet loss on the private network of {resource}',
    text: 'Error counters of one leaf port rise under load, and two databases reported private network latency. Counters have to be read on both ends for a full business cycle, then the transceiver is re-seated with field engineering on site.',
    severity: 'S1',
    hours: 12,
    kinds: ['DIAG', 'HYPERVISOR', 'UPDATE_RESTART'],
  },
  certificates: {
    summary: 'Rotate expiring certificates of the infrastructure agents on {resource}',
    text: 'The certificates of the agents on this rack end in nine days. Rotation restarts the agents, one node at a time; databases are not affected.',
    severity: 'S4',
    hours: 2,
    kinds: ['SERVICE_MGMT'],
  },
  stuckRebalance: {
    summary: 'Rebalance after disk replacement does not progress on {resource}',
    text: 'A disk was replaced yesterday, but the grid disks were not created again and the rebalance stays at 0 percent. The cell services of one storage server have to be inspected and possibly restarted.',
    severity: 'S2',
    hours: 6,
    kinds: ['CELL_DIAG', 'CELL_MGMT'],
  },
  firmware: {
    summary: 'Firmware of the service processor on {node} differs from the rack',
    text: 'The service processor was exchanged and carries older firmware. It has to be brought to the level of the rack before the next update. The node is not restarted.',
    severity: 'S4',
    hours: 3,
    kinds: ['UPDATE_RESTART'],
  },
  memoryLeak: {
    summary: 'Kernel diagnostics for a suspected memory leak on {node}',
    text: 'Free memory of the hypervisor falls by about 200 MB a day. Development asks for a live kernel dump and slab statistics at two moments six hours apart. This needs unrestricted commands on this one node.',
    severity: 'S3',
    hours: 8,
    kinds: ['FULL'],
  },
  hungAgent: {
    summary: 'Restart of a hung virtual machine agent on {node}',
    text: 'Life cycle operations from the cloud console time out for one virtual machine cluster. The agent on the node has to be restarted; running virtual machines continue.',
    severity: 'S2',
    hours: 1,
    kinds: ['SERVICE_MGMT', 'HYPERVISOR'],
  },
} as const satisfies Record<string, Reason>

/** The long one: an incident with everything in it, for a request that asks for many actions. */
export const majorIncident: Reason = {
  summary: 'Recurring node evictions on {resource} with storage latency spikes, joint investigation of all layers',
  text: [
    'Since the night of the last infrastructure update, {resource} has evicted a database node four times, each time between 01:10 and 01:40 UTC, and each time within two minutes of a latency spike on the storage servers. Automated diagnosis finds no single faulty component.',
    'Support, storage development and networking want to observe one occurrence together. For this we ask for read access on every layer at once, for the permission to restart cell services one server at a time should the rebalance be found stuck, and for hypervisor access on {node} to take a live dump of the evicted virtual machine before it is restarted.',
    'Planned steps: 1. enable tracing on the private network of both database servers; 2. capture wait statistics on all storage servers from 00:45 to 02:00 UTC; 3. on eviction, take the dump and save the messages of the cluster stack; 4. restore all trace settings; 5. upload everything to the service request. Expected effect on databases: less than three percent more processor use during tracing. No data files are opened. Full administration is asked for only because the live dump cannot be taken otherwise; if you would rather not grant it, please say so and we go on without step 3.',
    'Roll-back: tracing ends by itself after two hours, and can be ended at once from the control plane server. Contact for questions during the window: the thread of this access request, watched around the clock.',
  ].join('\n\n'),
  severity: 'S1',
  hours: 24,
  kinds: ['DIAG', 'CELL_DIAG', 'CELL_MGMT', 'CPS_ONLY', 'SERVICE_MGMT', 'HYPERVISOR', 'UPDATE_RESTART', 'FULL'],
}
