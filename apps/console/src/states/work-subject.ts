import type { WorkRequest } from '@gatehouse/contract'
import { shortenOcid } from '../ui/shorten-ocid.ts'

interface Named {
  id: string
  name: string
}

/**
 * The subject of a work request: its name if it is among `names` (pools, access requests), "in" the named thing that
 * contains it, else the shortened id of its first resource.
 */
export function workSubject({ resources }: Pick<WorkRequest, 'resources'>, names: readonly Named[]): string {
  const [first] = resources
  if (!first) return ''
  const thing = names.find(({ id }) => resources.some((resource) => resource.id === id))
  if (!thing) return shortenOcid(first.id)
  return thing.id === first.id ? thing.name : `in ${thing.name}`
}

const kinds: Record<string, string> = {
  desktoppool: 'Desktop pool',
  desktop: 'Desktop',
  delegationcontrol: 'Delegation control',
  delegationsubscription: 'Delegation subscription',
  delegatedresourceaccessrequest: 'Access request',
  vmcluster: 'VM cluster',
  cloudvmcluster: 'Cloud VM cluster',
}

/** The kind of a resource in words. Unknown kinds are shown as received. */
export const resourceKind = (type: string) => kinds[type.toLowerCase().replaceAll(/[^a-z]/g, '')] ?? type
