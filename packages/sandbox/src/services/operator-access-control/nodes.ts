import type { OperatorAccessControl } from '@gatehouse/oci-api'

type Resource = Pick<OperatorAccessControl.OperatorControlAssignment, 'resourceName' | 'resourceType'>

const exadata = ['dbadm01', 'dbadm02', 'celadm01', 'celadm02', 'celadm03']
const guests = ['vm01', 'vm02', 'vm03', 'vm04']

/** Host names within a governed resource; operators ask for some of them. */
export function nodesOf({ resourceName, resourceType }: Resource): string[] {
  const isCluster = resourceType === 'AUTONOMOUSVMCLUSTER' || resourceType === 'CLOUDAUTONOMOUSVMCLUSTER'
  const isCompute = resourceType === 'CCCINFRASTRUCTURE'
  const names = isCluster ? guests : isCompute ? ['ccn01', 'ccn02', 'ccn03'] : exadata
  return names.map((name) => `${resourceName}-${name}`)
}
