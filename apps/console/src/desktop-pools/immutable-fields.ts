/**
 * The settings that cannot change after creation, by their path in the contract's `DesktopPool`. The operation
 * `updateDesktopPool` takes no such field (`UpdateDesktopPoolDetails`:
 * docs.oracle.com/iaas/api/#/en/secure-desktops/latest/datatypes/UpdateDesktopPoolDetails).
 */
export const immutableFields = [
  'arePrivilegedUsers',
  'availabilityDomain',
  'shape.name',
  'shape.ocpus',
  'shape.memoryGigabytes',
  'shape.baselineUtilization',
  'shape.dedicatedHost',
  'storage.isEnabled',
  'storage.sizeGigabytes',
  'storage.backupPolicyId',
  'network.vcnId',
  'network.subnetId',
  'network.securityGroupIds',
  'network.privateEndpoint',
  'network.privateIp',
] as const

export type ImmutableField = (typeof immutableFields)[number]

export const isImmutable = (field: string): boolean => (immutableFields as readonly string[]).includes(field)
