import type { OperatorAccessControl } from '@gatehouse/oci-api'

export type ActionKind =
  | 'DIAG'
  | 'CELL_DIAG'
  | 'CELL_MGMT'
  | 'CPS_ONLY'
  | 'SERVICE_MGMT'
  | 'UPDATE_RESTART'
  | 'HYPERVISOR'
  | 'FULL'

/** What an operator action lets the operator do, on whichever kind of machine. */
export interface ActionTraits {
  displayName: string
  category: OperatorAccessControl.OperatorActionCategories
  layer: OperatorAccessControl.InfrastrcutureLayers
  risk: 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL'
  /** A shell over SSH, rather than a fixed set of commands run for the operator. */
  ssh: boolean
  root: boolean
  /** Told to whoever decides: what it allows and what can go wrong. */
  description: string
  /** Typical of what an operator runs under it. */
  commands: readonly string[]
}

export const actionKinds: Record<ActionKind, ActionTraits> = {
  DIAG: {
    displayName: 'System Diagnostics',
    category: 'SERVICEDIAGNOSTICS',
    layer: 'DOM0',
    risk: 'LOW',
    ssh: true,
    root: false,
    description:
      'Read-only diagnosis on the database servers. Risk: low. Logs and settings can be read, which may show host names and process arguments; nothing can be changed or restarted.',
    commands: [
      'dmesg -T | tail -n 200',
      'cat /proc/meminfo',
      'ethtool -S bondeth0',
      'journalctl -u exadata-agent --since -2h',
    ],
  },
  CELL_DIAG: {
    displayName: 'Cell Server Diagnostics',
    category: 'SERVICEDIAGNOSTICS',
    layer: 'CELLSERVER',
    risk: 'LOW',
    ssh: true,
    root: false,
    description:
      'Read-only diagnosis on the storage servers as the cell monitor. Risk: low. Metrics, alerts and disk states can be read; disks and services cannot be changed.',
    commands: [
      'cellcli -e list alerthistory',
      'cellcli -e list celldisk detail',
      'cellcli -e list metriccurrent where objectType = FLASHCACHE',
    ],
  },
  CELL_MGMT: {
    displayName: 'Cell Server Management',
    category: 'CELLMANAGEMENT',
    layer: 'CELLSERVER',
    risk: 'HIGH',
    ssh: true,
    root: false,
    description:
      'Manages cell disks, flash cache and cell services as the cell administrator. Risk: high. Dropping a disk or restarting services on two servers at once can take storage redundancy away; data cannot be read in clear text.',
    commands: [
      'cellcli -e alter physicaldisk 20:4 drop for replacement',
      'cellcli -e list griddisk attributes name,asmmodestatus',
      'cellcli -e alter cell restart services ms',
    ],
  },
  CPS_ONLY: {
    displayName: 'Control Plane Server Only',
    category: 'SYSTEMMANAGEMENT',
    layer: 'CPS',
    risk: 'MEDIUM',
    ssh: true,
    root: true,
    description:
      'Diagnosis and maintenance of the control plane servers, with no way on to database servers, storage servers, switches or serial consoles. Risk: medium. Monitoring and cloud automation can be interrupted; databases are not reached.',
    commands: ['systemctl status cps-forwarder', 'systemctl restart cps-forwarder', 'curl -sS localhost:7000/health'],
  },
  SERVICE_MGMT: {
    displayName: 'Infrastructure Service Management',
    category: 'SERVICEMANAGEMENT',
    layer: 'DOM0',
    risk: 'MEDIUM',
    ssh: false,
    root: false,
    description:
      'Restarts and maintains infrastructure services that do not run as root, by a fixed set of commands without a shell. Risk: medium. Cloud automation for the rack pauses while an agent restarts.',
    commands: ['svcctl status vm-agent', 'svcctl restart vm-agent', 'svcctl rotate-certificate vm-agent'],
  },
  UPDATE_RESTART: {
    displayName: 'System Maintenance with Restart Privileges',
    category: 'SYSTEMMANAGEMENT',
    layer: 'DOM0',
    risk: 'HIGH',
    ssh: true,
    root: true,
    description:
      'Changes system configuration and restarts services or whole servers. Risk: high. A restart of a database server stops every virtual machine on it; there is no access to the memory or disks of virtual machines.',
    commands: [
      'imageinfo',
      'df -h /EXAVMIMAGES',
      'dbnodeupdate.sh -u -l /u01/patch -v',
      'systemctl restart exadata-agent',
    ],
  },
  HYPERVISOR: {
    displayName: 'System Maintenance with Hypervisor Access / VM Control Privileges',
    category: 'SYSTEMMANAGEMENT',
    layer: 'DOM0',
    risk: 'HIGH',
    ssh: true,
    root: true,
    description:
      'Controls virtual machines on the database servers: start, stop, console, resources. Risk: high. Virtual machines can be stopped and their consoles watched.',
    commands: [
      'vm_maker --list-domains',
      'virsh dominfo vm07',
      'ip -s link show bondeth0',
      'vm_maker --restart-domain vm07',
    ],
  },
  FULL: {
    displayName: 'Full System Access',
    category: 'FULLADMINISTRATION',
    layer: 'DOM0',
    risk: 'CRITICAL',
    ssh: true,
    root: true,
    description:
      'Unrestricted root on every layer, for kernel, firmware and hardware faults that nothing else can solve. Risk: critical. No command is refused, memory of virtual machines can be dumped, and audit is the only limit.',
    commands: [
      'sudo su - root',
      'crash /usr/lib/debug/vmlinux /proc/kcore',
      'cat /proc/slabinfo',
      'ipmitool sunoem cli "show faulty"',
    ],
  },
}
