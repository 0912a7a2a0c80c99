import type { Desktops } from '@gatehouse/oci-api'
import { expect } from 'vitest'
import type { Sandbox } from '../index.ts'
import type { Oracle } from './oracle.ts'

const compartment = ({ compartments }: Sandbox, name: string) => compartments.find((one) => one.name === name)!.id

/** Long enough for any work request to end. */
const settleMs = 30 * 60_000

function poolDetails(sandbox: Sandbox): Desktops.CreateDesktopPoolDetails {
  const id = (type: string) => sandbox.world.ocid(type, 'eu-frankfurt-1')
  return {
    compartmentId: compartment(sandbox, 'sandbox-lab'),
    displayName: 'trial-pool',
    description: 'A pool to try things out',
    maximumSize: 5,
    standbySize: 2,
    shapeName: 'VM.Standard.E4.Flex',
    shapeConfig: { ocpus: 2, memoryInGBs: 16, baselineOcpuUtilization: 'BASELINE_1_1' },
    isStorageEnabled: true,
    storageSizeInGBs: 60,
    storageBackupPolicyId: '',
    devicePolicy: {
      clipboardMode: 'TODESKTOP',
      audioMode: 'FULL',
      cdmMode: 'NONE',
      isPrintingEnabled: false,
      isPointerEnabled: true,
      isKeyboardEnabled: true,
      isDisplayEnabled: true,
    },
    availabilityPolicy: {
      startSchedule: { cronExpression: '0 0 8 ? * 2', timezone: 'Europe/Berlin' },
      stopSchedule: { cronExpression: '0 0 18 ? * 2', timezone: 'Europe/Berlin' },
    },
    image: { imageId: id('image'), imageName: 'oracle-linux-8-desktop' },
    networkConfiguration: { vcnId: id('vcn'), subnetId: id('subnet') },
    contactDetails: 'workplace@example.com',
    arePrivilegedUsers: false,
    availabilityDomain: sandbox.world.regions.get('eu-frankfurt-1')!.availabilityDomains[0]!,
    freeformTags: { purpose: 'trial' },
  }
}

export async function tellOfPools({ call }: Oracle, sandbox: Sandbox) {
  const details = poolDetails(sandbox)
  const created = await call('desktops.createDesktopPool', { body: details })
  const desktopPoolId = created.body.id
  expect(created).toMatchObject({
    body: { lifecycleState: 'CREATING', displayName: 'trial-pool' },
    etag: expect.any(String),
    opcWorkRequestId: expect.stringMatching(/^ocid1\./),
    location: `${sandbox.endpoint('eu-frankfurt-1')}/20220618/desktopPools/${desktopPoolId}`,
  })
  await sandbox.control.advance(settleMs)

  const pool = await call('desktops.getDesktopPool', { desktopPoolId })
  expect(['ACTIVE', 'INACTIVE']).toContain(pool.body.lifecycleState)
  await call('desktops.updateDesktopPool', {
    desktopPoolId,
    body: { displayName: 'renamed-pool', maximumSize: 6 },
    ifMatch: pool.etag,
  })
  await expect(
    call('desktops.updateDesktopPool', { desktopPoolId, body: { description: 'x' }, ifMatch: pool.etag }),
  ).rejects.toMatchObject({ statusCode: 412, serviceCode: 'NoEtagMatch' })
  await sandbox.control.advance(settleMs)
  expect((await call('desktops.getDesktopPool', { desktopPoolId })).body.displayName).toBe('renamed-pool')

  const compartmentId = compartment(sandbox, 'desktops-engineering')
  await call('desktops.changeDesktopPoolCompartment', { desktopPoolId, body: { compartmentId } })
  await sandbox.control.advance(settleMs)
  const pools = await call('desktops.listDesktopPools', { compartmentId, displayName: 'renamed-pool' })
  expect(pools.body.items).toMatchObject([{ id: desktopPoolId }])
  const sorted = await call('desktops.listDesktopPools', { compartmentId, sortBy: 'DISPLAYNAME', sortOrder: 'ASC' })
  const names = sorted.body.items.map(({ displayName }) => displayName)
  expect(names).toEqual(names.toSorted())

  await call('desktops.deleteDesktopPool', { desktopPoolId, areVolumesPreserved: false })
  await sandbox.control.advance(settleMs)
  const gone = await call('desktops.listDesktopPools', { compartmentId, id: desktopPoolId })
  expect(gone.body.items.map(({ lifecycleState }) => lifecycleState).filter((state) => state !== 'DELETED')).toEqual([])
}

export async function tellOfDesktops({ call }: Oracle, sandbox: Sandbox) {
  const compartmentId = compartment(sandbox, 'desktops-engineering')
  // it has no schedule, which at some hours would stop it meanwhile
  const displayName = 'engineering-linux'
  const pools = await call('desktops.listDesktopPools', { compartmentId, displayName, lifecycleState: 'ACTIVE' })
  const [pool] = pools.body.items
  const desktopPoolId = pool!.id
  const inPool = await call('desktops.listDesktopPoolDesktops', { desktopPoolId, compartmentId, limit: 5 })
  expect(inPool.body.items.length).toBeGreaterThan(0)
  const volumes = await call('desktops.listDesktopPoolVolumes', { desktopPoolId, compartmentId, limit: 5 })
  expect(volumes.body.items.length).toBeGreaterThan(0)

  const active = await call('desktops.listDesktops', { compartmentId, desktopPoolId, lifecycleState: 'ACTIVE' })
  const [one, other] = active.body.items
  const desktopId = one!.id
  expect((await call('desktops.getDesktop', { desktopId })).body.displayName).toBe(one!.displayName)
  expect(await call('desktops.stopDesktop', { desktopId, isSoftStop: true })).toMatchObject({
    opcWorkRequestId: expect.stringMatching(/^ocid1\./),
  })
  await expect(call('desktops.stopDesktop', { desktopId })).rejects.toMatchObject({
    statusCode: 409,
    serviceCode: 'IncorrectState',
  })
  await sandbox.control.advance(settleMs)
  await call('desktops.startDesktop', { desktopId })
  await sandbox.control.advance(settleMs)
  await call('desktops.updateDesktop', { desktopId, body: { displayName: 'renamed-desktop' } })
  await sandbox.control.advance(settleMs)
  expect((await call('desktops.getDesktop', { desktopId })).body.displayName).toBe('renamed-desktop')
  await call('desktops.deleteDesktop', { desktopId: other!.id })
  await sandbox.control.advance(settleMs)

  await call('desktops.stopDesktopPool', { desktopPoolId })
  await sandbox.control.advance(settleMs)
  expect((await call('desktops.getDesktopPool', { desktopPoolId })).body.lifecycleState).toBe('INACTIVE')
  await call('desktops.startDesktopPool', { desktopPoolId })
  await sandbox.control.advance(settleMs)
  expect((await call('desktops.getDesktopPool', { desktopPoolId })).body.lifecycleState).toBe('ACTIVE')
}

export async function tellOfPoolWork({ call }: Oracle, sandbox: Sandbox) {
  const { id: workRequestId, compartmentId } = await sandbox.control.createWorkRequest({
    service: 'desktops',
    lines: 5,
  })
  await sandbox.control.addErrors(workRequestId, [{ message: 'The image is gone' }])
  const listed = await call('desktops.listWorkRequests', { compartmentId, workRequestId, status: 'IN_PROGRESS' })
  expect(listed.body.items).toHaveLength(1)
  const all = await call('desktops.listWorkRequests', { compartmentId, limit: 1000 })
  expect(all.body.items.length).toBeGreaterThan(1)
  const logs = await call('desktops.listWorkRequestLogs', { workRequestId, sortBy: 'timeAccepted', sortOrder: 'ASC' })
  expect(logs.body.items).toHaveLength(5)
  expect((await call('desktops.listWorkRequestErrors', { workRequestId })).body.items).toHaveLength(1)
  const { etag } = await call('desktops.getWorkRequest', { workRequestId })
  await call('desktops.cancelWorkRequest', { workRequestId, ifMatch: etag })
  expect((await call('desktops.getWorkRequest', { workRequestId })).body.status).toBe('CANCELED')
}
