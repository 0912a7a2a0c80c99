import type { WorkRequest } from '@gatehouse/contract'
import { shortenOcid } from '../ui/shorten-ocid.ts'

interface Named {
  id: string
  name: string
}

/**
 * What the work is on, by name where it is one of `known` (pools, access requests), or what it happens in; else its first
 * thing by the short end of its id.
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

/** The kind of a resource in words; OCI spells it in one. An unknown kind is shown as it came. */
export const resourceKind = (type: string) => kinds[type.toLowerCase().replaceAll(/[^a-z]/g, '')] ?? type
