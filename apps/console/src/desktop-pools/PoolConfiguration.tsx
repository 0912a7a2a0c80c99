import type { DesktopPool } from '@gatehouse/contract'
import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePlaces } from '../frame/use-places.ts'
import { Fact, Facts } from '../ui/Facts.tsx'
import { Ocid } from '../ui/Ocid.tsx'
import { Section } from '../ui/Page.tsx'
import { Time } from '../ui/Time.tsx'
import { isImmutable } from './immutable-fields.ts'

/** Every setting of a pool. Settings that cannot change after creation are marked. */
export function PoolConfiguration({ pool }: { pool: DesktopPool }) {
  const { connectionName, regionOf } = usePlaces()
  const { shape, storage, image, network, devicePolicy } = pool
  return (
    <div className="space-y-4">
      <p className="flex items-center gap-1.5 text-text-soft">
        <Lock aria-hidden className="size-3.5 shrink-0" />
        Set at creation and cannot be changed.
      </p>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Section title="General">
          <Facts>
            <Setting field="name" label="Name" value={pool.name} />
            <Setting field="description" label="Description" value={pool.description} />
            <Setting field="contactDetails" label="Contact" value={pool.contactDetails} />
            <Setting field="compartment" label="Compartment" value={pool.compartment?.path} />
            <Setting field="connectionId" label="Connection" value={connectionName(pool.connectionId)} />
            <Setting field="region" label="Region" value={regionOf(pool.connectionId)} />
            <Setting
              field="arePrivilegedUsers"
              label="Administrator privileges"
              value={yesOrNo(pool.arePrivilegedUsers)}
            />
            <Setting field="createdAt" label="Created" value={<Time at={pool.createdAt} />} />
            <Setting field="id" label="OCID" value={<Ocid id={pool.id} />} />
          </Facts>
        </Section>
        <Section title="Size and shape">
          <Facts>
            <Setting field="maximumSize" label="Maximum size" value={pool.maximumSize.toLocaleString('en')} />
            <Setting field="standbySize" label="Standby size" value={pool.standbySize?.toLocaleString('en')} />
            <Setting field="shape.name" label="Shape" value={shape.name} />
            <Setting field="shape.ocpus" label="OCPUs" value={shape.ocpus} />
            <Setting field="shape.memoryGigabytes" label="Memory" value={gigabytes(shape.memoryGigabytes)} />
            <Setting field="shape.baselineUtilization" label="Baseline" value={baseline(shape.baselineUtilization)} />
            <Setting field="shape.dedicatedHost" label="Dedicated host" value={dedicatedHost(shape.dedicatedHost)} />
            <Setting field="availabilityDomain" label="Availability domain" value={pool.availabilityDomain} />
          </Facts>
        </Section>
        <Section title="Image and storage">
          <Facts>
            <Setting field="image.name" label="Image" value={image.name} />
            <Setting field="image.operatingSystem" label="Operating system" value={image.operatingSystem} />
            <Setting field="image.id" label="Image OCID" value={<Ocid id={image.id} />} />
            <Setting
              field="storage.bootVolumeGigabytes"
              label="Boot volume"
              value={gigabytes(storage.bootVolumeGigabytes)}
            />
            <Setting field="storage.isEnabled" label="Volume per user" value={yesOrNo(storage.isEnabled)} />
            <Setting
              field="storage.sizeGigabytes"
              label="Volume size"
              value={storage.isEnabled ? gigabytes(storage.sizeGigabytes) : null}
            />
            <Setting
              field="storage.backupPolicyId"
              label="Backup policy"
              absent="No backups"
              value={storage.backupPolicyId && <Ocid id={storage.backupPolicyId} />}
            />
          </Facts>
        </Section>
        <Section title="Network">
          <Facts>
            <Setting field="network.vcnId" label="VCN" value={<Ocid id={network.vcnId} />} />
            <Setting field="network.subnetId" label="Subnet" value={<Ocid id={network.subnetId} />} />
            <Setting
              field="network.securityGroupIds"
              label="Security groups"
              absent="None"
              value={
                network.securityGroupIds.length > 0 && network.securityGroupIds.map((id) => <Ocid key={id} id={id} />)
              }
            />
            <Setting
              field="network.privateEndpoint"
              label="Private endpoint"
              absent="Public endpoint"
              value={network.privateEndpoint}
            />
            <Setting field="network.privateIp" label="Private IP" absent="None" value={network.privateIp} />
          </Facts>
        </Section>
        <Section title="Device policy">
          <Facts>
            <Setting
              field="devicePolicy.clipboard"
              label="Clipboard"
              value={directions[devicePolicy.clipboard] ?? devicePolicy.clipboard}
            />
            <Setting
              field="devicePolicy.audio"
              label="Audio"
              value={directions[devicePolicy.audio] ?? devicePolicy.audio}
            />
            <Setting
              field="devicePolicy.drives"
              label="Drives"
              value={drives[devicePolicy.drives] ?? devicePolicy.drives}
            />
            <Setting
              field="devicePolicy.isPrintingEnabled"
              label="Printing"
              value={yesOrNo(devicePolicy.isPrintingEnabled)}
            />
            <Setting
              field="devicePolicy.isPointerEnabled"
              label="Pointer"
              value={yesOrNo(devicePolicy.isPointerEnabled)}
            />
            <Setting
              field="devicePolicy.isKeyboardEnabled"
              label="Keyboard"
              value={yesOrNo(devicePolicy.isKeyboardEnabled)}
            />
            <Setting
              field="devicePolicy.isDisplayEnabled"
              label="Display"
              value={yesOrNo(devicePolicy.isDisplayEnabled)}
            />
            <Setting
              field="devicePolicy.isVideoInputEnabled"
              label="Camera"
              value={yesOrNo(devicePolicy.isVideoInputEnabled)}
            />
          </Facts>
        </Section>
        <Section title="Tags">
          {Object.keys(pool.tags).length === 0 ? (
            <p className="text-text-soft">No tags.</p>
          ) : (
            <Facts>
              {Object.entries(pool.tags).map(([key, value]) => (
                <Setting key={key} field="tags" label={key} value={value} />
              ))}
            </Facts>
          )}
        </Section>
      </div>
    </div>
  )
}

interface SettingProps {
  /** By its path in the contract. */
  field: string
  label: string
  value: ReactNode
  absent?: string
}

const Setting = ({ field, label, value, absent = 'Not reported by OCI' }: SettingProps) => (
  <Fact label={label} absent={absent}>
    {value === null || value === undefined || value === '' || value === false ? null : (
      <span className="flex flex-wrap items-center gap-x-1.5">
        {value}
        {isImmutable(field) && <Fixed />}
      </span>
    )}
  </Fact>
)

const Fixed = () => (
  <span data-tip="Set at creation" className="text-text-faint">
    <Lock aria-hidden className="size-3" />
    <span className="sr-only">, set at creation</span>
  </span>
)

const yesOrNo = (value: boolean) => (value ? 'Yes' : 'No')
const gigabytes = (value: number | null) => value && `${value.toLocaleString('en')} GB`
/** `useDedicatedVmHost` is an enumeration, not a boolean. */
const dedicatedHost = (value: string | null) => value && (hosts[value] ?? value)
/** `BASELINE_1_8` is an eighth. */
const baseline = (value: string | null) =>
  value && (/^BASELINE_1_\d+$/.test(value) ? value.replace('BASELINE_1_', '1/') : value)

const hosts: Record<string, string> = { TRUE: 'Yes', FALSE: 'No', AUTO: 'Automatic' }

/** Enumerations of `DesktopDevicePolicy`. */
const directions: Record<string, string> = {
  NONE: 'Off',
  FULL: 'Both ways',
  TODESKTOP: 'To the desktop',
  FROMDESKTOP: 'From the desktop',
}
const drives: Record<string, string> = { NONE: 'Off', READONLY: 'Read only', FULL: 'Read and write' }
