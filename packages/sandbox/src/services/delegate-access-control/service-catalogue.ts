import type { DelegateAccessControl } from '@gatehouse/oci-api'

type ResourceType = DelegateAccessControl.DelegationControlResourceType
type ServiceType = DelegateAccessControl.ServiceProviderServiceType

const all: ResourceType[] = ['VMCLUSTER', 'CLOUDVMCLUSTER', 'EXADBVMCLUSTER']

/** Providers as the service lists them under the tenancy. */
export const providers: { name: string; description: string; serviceTypes: ServiceType[] }[] = [
  {
    name: 'Oracle Exadata Support',
    description: 'Troubleshoots Exadata VM clusters and the databases on them when a service request asks for it.',
    serviceTypes: ['TROUBLESHOOTING'],
  },
  {
    name: 'Oracle Managed Exadata',
    description: 'Plans and applies patches and software updates on Exadata VM clusters.',
    serviceTypes: ['ASSISTED_PATCHING', 'MANAGED_SOFTWARE_UPDATES'],
  },
]

export interface CatalogueAction {
  name: string
  customerDisplayName: string
  component: 'GUEST_VM' | 'GRID_INFRASTRUCTURE' | 'DATABASE'
  isSshAccessAllowed: boolean
  serviceTypes: ServiceType[]
  resourceTypes: ResourceType[]
  /** What it allows, then its risk. */
  description: string
  risk: 'LOW' | 'MEDIUM' | 'HIGH'
  isInactive?: boolean
}

/**
 * Full and log access carry the names that Oracle's Terraform provider uses in its tests; the others are believable
 * neighbours of them, since the catalogue itself is not published.
 */
export const actions: CatalogueAction[] = [
  {
    name: 'DLGT_MGMT_FULL_ACCESS',
    customerDisplayName: 'Full access to the VM cluster',
    component: 'GUEST_VM',
    isSshAccessAllowed: true,
    serviceTypes: ['TROUBLESHOOTING', 'ASSISTED_PATCHING'],
    resourceTypes: all,
    description:
      'Root on every host of the VM cluster. Risk: the operator can read and change anything on the hosts, database files included.',
    risk: 'HIGH',
  },
  {
    name: 'DLGT_MGMT_LOG_ACCESS',
    customerDisplayName: 'Read log files',
    component: 'GUEST_VM',
    isSshAccessAllowed: false,
    serviceTypes: ['TROUBLESHOOTING', 'ASSISTED_PATCHING', 'MANAGED_SOFTWARE_UPDATES'],
    resourceTypes: all,
    description: 'Reads log and trace files of the guests. Risk: log files may hold host names and SQL text.',
    risk: 'LOW',
  },
  {
    name: 'DLGT_MGMT_DIAG_ACCESS',
    customerDisplayName: 'Run diagnostics',
    component: 'GUEST_VM',
    isSshAccessAllowed: true,
    serviceTypes: ['TROUBLESHOOTING', 'ASSISTED_PATCHING'],
    resourceTypes: all,
    description:
      'Runs the diagnostic collectors as an unprivileged user. Risk: collectors load the hosts for some minutes.',
    risk: 'LOW',
  },
  {
    name: 'DLGT_MGMT_NETWORK_DIAG',
    customerDisplayName: 'Capture network traffic',
    component: 'GUEST_VM',
    isSshAccessAllowed: true,
    serviceTypes: ['TROUBLESHOOTING'],
    resourceTypes: all,
    description:
      'Captures traffic on the private and client networks. Risk: captures may hold data that is not encrypted in transit.',
    risk: 'MEDIUM',
  },
  {
    name: 'DLGT_MGMT_GRID_RESTART',
    customerDisplayName: 'Restart Grid Infrastructure',
    component: 'GRID_INFRASTRUCTURE',
    isSshAccessAllowed: true,
    serviceTypes: ['TROUBLESHOOTING', 'ASSISTED_PATCHING'],
    resourceTypes: all,
    description:
      'Stops and starts Grid Infrastructure on one host at a time. Risk: database instances on that host go down meanwhile.',
    risk: 'HIGH',
  },
  {
    name: 'DLGT_MGMT_DATABASE_SESSION',
    customerDisplayName: 'Open a database session',
    component: 'DATABASE',
    isSshAccessAllowed: true,
    serviceTypes: ['TROUBLESHOOTING'],
    resourceTypes: all,
    description:
      'Opens SYSDBA sessions on the databases named in the access request. Risk: the operator can read and change their data.',
    risk: 'HIGH',
  },
  {
    name: 'DLGT_MGMT_PATCH_ACCESS',
    customerDisplayName: 'Apply patches',
    component: 'GRID_INFRASTRUCTURE',
    isSshAccessAllowed: true,
    serviceTypes: ['ASSISTED_PATCHING'],
    resourceTypes: all,
    description: 'Applies and rolls back patches of Grid Infrastructure and database homes. Risk: services restart.',
    risk: 'MEDIUM',
  },
  {
    name: 'DLGT_MGMT_SOFTWARE_UPDATE',
    customerDisplayName: 'Update managed software',
    component: 'GUEST_VM',
    isSshAccessAllowed: false,
    serviceTypes: ['MANAGED_SOFTWARE_UPDATES'],
    resourceTypes: ['VMCLUSTER', 'CLOUDVMCLUSTER'],
    description: 'Starts the update orchestration; nobody logs in. Risk: hosts restart one after the other.',
    risk: 'MEDIUM',
  },
  {
    name: 'DLGT_MGMT_LEGACY_CONSOLE',
    customerDisplayName: 'Serial console (withdrawn)',
    component: 'GUEST_VM',
    isSshAccessAllowed: true,
    serviceTypes: ['TROUBLESHOOTING'],
    resourceTypes: ['VMCLUSTER'],
    description: 'Opens the serial console of a guest. Withdrawn by Oracle; kept for access requests of the past.',
    risk: 'HIGH',
    isInactive: true,
  },
]
