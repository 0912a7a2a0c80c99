import type { ServiceId } from '@gatehouse/oci-api'
import { actionCatalogue } from '../services/operator-access-control/action-catalogue.ts'
import { regionNamed } from '../world/seed/tenancy.ts'
import type { Region, World } from '../world/world.ts'

/**
 * What a caller who knows the tenancy would write into a field of that name, so that drawn calls come further than their
 * first check. All of it is of the home region.
 */
export function likelyValues(world: World, service: ServiceId): ReadonlyMap<string, readonly string[]> {
  const region = regionNamed(world)
  const compartmentIds = [world.tenancyId, ...ids(world.compartments)]
  const clusters = region.delegationControls
    .values()
    .flatMap(({ wire }) => wire.resourceIds ?? [])
    .toArray()
  const byName: Record<string, readonly string[]> = {
    compartmentId: compartmentIds,
    tenancyId: [world.tenancyId],
    resourceCompartmentId: compartmentIds,
    ...things(region, service),
    resourceIds: [
      ...clusters,
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((end) => `ocid1.vmcluster.oc1.${region.name}.fresh${end}`),
    ],
    delegationSubscriptionIds: ids(region.delegationSubscriptions),
    approverGroupsList: [...world.groups.values()],
    approversList: [...world.users.keys()],
    preApprovedOpActionList: actionCatalogue.map(({ name }) => name),
    actionName: actionCatalogue.map(({ name }) => name),
    preApprovedServiceProviderActionNames: values(region.serviceProviderActions, ({ wire }) => wire.name),
    imageId: values(region.desktopPools, ({ wire }) => wire.image.imageId),
    availabilityDomain: region.availabilityDomains,
    displayName: [
      ...values(region.desktopPools, ({ wire }) => wire.displayName),
      ...values(region.operatorControls, ({ wire }) => wire.operatorControlName),
    ],
    operatorControlName: values(region.operatorControls, ({ wire }) => wire.operatorControlName),
    resourceName: values(region.operatorControlAssignments, ({ wire }) => wire.resourceName),
    lifecycleState: ['ACTIVE', 'INACTIVE', 'UPDATING'],
    cronExpression: [...goodCrons, ...goodCrons, 'at nine', '0 0 8 * * *'],
    timezone: ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Etc/UTC', 'Mars/Olympus'],
    auditType: ['COMMAND', 'COMMAND_AND_KEYSTROKE'],
    remoteSyslogServerAddress: ['syslog.example', '10.0.0.9', 'syslog.invalid'],
    shapeName: ['VM.Standard.E4.Flex'],
    storageBackupPolicyId: ['', 'ocid1.volumebackuppolicy.oc1..aaaa'],
  }
  return new Map(Object.entries(byName))
}

const goodCrons = ['0 0 8 ? * MON-FRI', '0 30 19 * * ?', '0 0/15 7-18 ? * 2-6', '0 0 6 L * ?']

/** Numbers that go together as a caller would choose them; anything else is drawn as often. */
export const likelyNumbers: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries({
    maximumSize: [10, 40],
    standbySize: [0, 1, 3],
    storageSizeInGBs: [50, 100],
    gracePeriodInMinutes: [0, 30, 120],
    numberOfApprovers: [1, 2],
    numApprovalsRequired: [1, 2],
  }),
)

/** The things that a path can name. */
const things = (region: Region, service: ServiceId) => ({
  desktopPoolId: ids(region.desktopPools),
  desktopId: ids(region.desktops),
  workRequestId: region.workRequests
    .values()
    .filter(({ extra }) => extra.service === service)
    .map(({ id }) => id)
    .toArray(),
  accessRequestId: ids(region.accessRequests),
  operatorActionId: ids(region.operatorActions),
  operatorControlId: ids(region.operatorControls),
  operatorControlAssignmentId: ids(region.operatorControlAssignments),
  delegatedResourceAccessRequestId: ids(region.delegatedResourceAccessRequests),
  delegationControlId: ids(region.delegationControls),
  delegationSubscriptionId: ids(region.delegationSubscriptions),
  serviceProviderId: ids(region.serviceProviders),
  serviceProviderActionId: ids(region.serviceProviderActions),
})

interface Rows<R> {
  values(): IteratorObject<R>
}

const values = <R>(rows: Rows<R>, of: (row: R) => string) => [...new Set(rows.values().map(of))]

const ids = (rows: Rows<{ id: string }>) => values(rows, ({ id }) => id)
