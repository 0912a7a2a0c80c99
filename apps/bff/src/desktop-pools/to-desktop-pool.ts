import type { DesktopPool, DesktopPoolSummary, PoolUsage } from '@gatehouse/contract'
import type { Desktops } from '@gatehouse/oci-api'
import type { BffConnection } from '../keyring/keyring.ts'
import { inWords, nextAction, nextActions } from './next-action.ts'
import type { PoolDetails } from './pool-details.ts'
import { poolTrouble } from './pool-trouble.ts'

/** How many of a schedule's next actions a pool's page shows. */
const actionsAhead = 4

/** A row of the list, which knows neither schedule nor standby: `details` is the pool itself, when it could be read. */
export function toDesktopPoolSummary(
  connection: BffConnection,
  wire: Desktops.DesktopPoolSummary,
  details: PoolDetails | null,
  usage: PoolUsage | null,
): DesktopPoolSummary {
  return {
    connectionId: connection.id,
    id: wire.id,
    name: wire.displayName,
    state: wire.lifecycleState,
    compartment: connection.compartment(wire.compartmentId),
    maximumSize: wire.maximumSize,
    standbySize: details?.standbySize ?? null,
    usage,
    trouble: poolTrouble({ state: wire.lifecycleState, usage, maximumSize: wire.maximumSize }),
    nextAction: details && nextAction({ ...details, lifecycleState: wire.lifecycleState }, Date.now()),
    createdAt: wire.timeCreated,
    tags: toTags(wire.freeformTags, wire.definedTags),
  }
}

/** The pool itself. OCI gives no version of it; its etag is not one that a person needs. */
export function toDesktopPool(
  connection: BffConnection,
  wire: Desktops.DesktopPool,
  usage: PoolUsage | null,
): DesktopPool {
  const { shapeConfig, devicePolicy, networkConfiguration, privateAccessDetails, sessionLifecycleActions } = wire
  return {
    ...toDesktopPoolSummary(connection, wire, wire, usage),
    description: wire.description ?? null,
    contactDetails: wire.contactDetails,
    arePrivilegedUsers: wire.arePrivilegedUsers,
    availabilityDomain: wire.availabilityDomain,
    shape: {
      name: wire.shapeName,
      ocpus: shapeConfig?.ocpus ?? null,
      memoryGigabytes: shapeConfig?.memoryInGBs ?? null,
      baselineUtilization: shapeConfig?.baselineOcpuUtilization ?? null,
      dedicatedHost: wire.useDedicatedVmHost ?? null,
    },
    storage: {
      isEnabled: wire.isStorageEnabled,
      sizeGigabytes: wire.storageSizeInGBs,
      backupPolicyId: wire.storageBackupPolicyId || null,
      bootVolumeGigabytes: wire.bootVolumeSizeInGBs ?? null,
    },
    image: { id: wire.image.imageId, name: wire.image.imageName, operatingSystem: wire.image.operatingSystem ?? null },
    network: {
      vcnId: networkConfiguration.vcnId,
      subnetId: networkConfiguration.subnetId,
      securityGroupIds: wire.nsgIds ?? [],
      privateEndpoint: privateAccessDetails?.endpointFqdn ?? null,
      privateIp: privateAccessDetails?.privateIp ?? null,
    },
    devicePolicy: {
      clipboard: devicePolicy.clipboardMode,
      audio: devicePolicy.audioMode,
      drives: devicePolicy.cdmMode,
      isPrintingEnabled: devicePolicy.isPrintingEnabled,
      isPointerEnabled: devicePolicy.isPointerEnabled,
      isKeyboardEnabled: devicePolicy.isKeyboardEnabled,
      isDisplayEnabled: devicePolicy.isDisplayEnabled,
      isVideoInputEnabled: devicePolicy.isVideoInputEnabled ?? false,
    },
    schedule: {
      start: toSchedule(wire.availabilityPolicy.startSchedule),
      stop: toSchedule(wire.availabilityPolicy.stopSchedule),
      opensAt: wire.timeStartScheduled ?? null,
      closesAt: wire.timeStopScheduled ?? null,
      next: nextActions(wire, Date.now(), actionsAhead),
    },
    sessionLifecycle: {
      inactivity: toSessionAction(sessionLifecycleActions?.inactivity),
      disconnect: toSessionAction(sessionLifecycleActions?.disconnect),
    },
    version: null,
    readAt: new Date().toISOString(),
  }
}

const toSchedule = (wire: Desktops.DesktopSchedule | undefined) =>
  wire?.cronExpression ? { cronExpression: wire.cronExpression, timeZone: wire.timezone, inWords: inWords(wire) } : null

const toSessionAction = (wire: Desktops.InactivityConfig | Desktops.DisconnectConfig | undefined) =>
  wire ? { action: wire.action, gracePeriodMinutes: wire.gracePeriodInMinutes ?? null } : null

/** Free-form keys as they are; defined ones as `namespace.key`. */
function toTags(
  freeform: Desktops.DesktopPool['freeformTags'] = {},
  defined: Desktops.DesktopPool['definedTags'] = {},
) {
  const named = Object.entries(defined).flatMap(([namespace, tags]) =>
    Object.entries(tags).map(([key, value]) => [
      `${namespace}.${key}`,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
  return { ...freeform, ...(Object.fromEntries(named) as Record<string, string>) } // each value made text above
}
