import { expect, test } from 'vitest'
import { vmCluster } from './vm-clusters.ts'

test('the same OCID is always the same cluster, and its name tells site and kind', () => {
  const id = 'ocid1.cloudvmcluster.oc1.eu-frankfurt-1.amaaaaaaexample'
  expect(vmCluster(id)).toEqual(vmCluster(id))
  expect(vmCluster(id).name).toMatch(/^fra-exacs-vmc-[0-9a-f]{4}$/)
  expect(vmCluster(id).hostnames.length % 2).toBe(0)
})

test('no two databases of a cluster share a name', () => {
  for (let place = 0; place < 200; place += 1) {
    const { databases } = vmCluster(`ocid1.vmcluster.oc1.us-ashburn-1.amaaaaaa${place}`)
    expect(new Set(databases.map(({ name }) => name)).size).toBe(databases.length)
  }
})
