import type { WorkRequest } from '@gatehouse/contract'
import { shortenOcid } from '../ui/shorten-ocid.ts'

/**
 * The subject of a work request: its name, "in" the named thing that contains it, or the shortened id of its first
 * resource.
 */
export function workSubject({ subject, resources }: Pick<WorkRequest, 'subject' | 'resources'>): string {
  if (subject) return subject.isWithin ? `in ${subject.name}` : subject.name
  return resources[0] ? shortenOcid(resources[0].id) : ''
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
