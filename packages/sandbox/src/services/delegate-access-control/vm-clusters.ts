import { createHash } from 'node:crypto'

/** A cluster that operators ask to enter, as the service knows it from the Exadata fleet. */
export interface VmCluster {
  name: string
  hostnames: string[]
  databases: { id: string; name: string }[]
}

const subjects = ['ledger', 'payroll', 'orders', 'claims', 'stock', 'billing', 'risk', 'archive', 'pricing', 'returns']

/**
 * What is known of the VM cluster with this OCID. It follows from the OCID alone, so that a cluster named for the first
 * time by a caller is as real as a seeded one: the sandbox has no Database service to ask.
 */
export function vmCluster(id: string): VmCluster {
  const [, type = '', realm = 'oc1', region = ''] = id.split('.')
  const digest = createHash('sha256').update(id).digest()
  const pick = (place: number, below: number) => digest.readUInt16BE(place * 2) % below
  const short = digest.toString('hex', 28, 30)
  const site = region.split('-')[1]?.slice(0, 3) ?? 'loc'
  const kind = type === 'cloudvmcluster' ? 'exacs' : type === 'exadbvmcluster' ? 'exaxs' : 'exacc'
  const name = `${site}-${kind}-vmc-${short}`
  const first = pick(0, subjects.length)
  return {
    name,
    hostnames: Array.from({ length: 2 + 2 * pick(1, 2) }, (_, node) => `${name}-n${node + 1}`),
    databases: Array.from({ length: 2 + pick(2, 3) }, (_, place) => ({
      id: `ocid1.database.${realm}.${region}.${createHash('sha256').update(`${id}/${place}`).digest('hex').slice(0, 60)}`,
      name: `${subjects[(first + 3 * place) % subjects.length]}_${site}${1 + pick(3 + place, 3)}`,
    })),
  }
}

/** The OCID type that each kind of governed resource has. */
export const resourceOcidTypes = {
  VMCLUSTER: 'vmcluster',
  CLOUDVMCLUSTER: 'cloudvmcluster',
  EXADBVMCLUSTER: 'exadbvmcluster',
} as const
