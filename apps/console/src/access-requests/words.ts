import type { AccessRequestSummary, AccessService } from '@gatehouse/contract'
import { inWords } from '../ui/in-words.ts'
import { shortenOcid } from '../ui/shorten-ocid.ts'

export const serviceNames: Record<AccessService, string> = {
  'operator-access-control': 'Operator Access Control',
  'delegate-access-control': 'Delegate Access Control',
}

const resourceTypes: Record<string, string> = {
  EXACC: 'Exadata Cloud@Customer',
  EXADATAINFRASTRUCTURE: 'Exadata infrastructure',
  CLOUDEXADATAINFRASTRUCTURE: 'Cloud Exadata infrastructure',
  AUTONOMOUSVMCLUSTER: 'Autonomous VM cluster',
  CLOUDAUTONOMOUSVMCLUSTER: 'Cloud Autonomous VM cluster',
  CCCINFRASTRUCTURE: 'Compute Cloud@Customer',
  VMCLUSTER: 'VM cluster',
  CLOUDVMCLUSTER: 'Cloud VM cluster',
  EXADBVMCLUSTER: 'Exascale VM cluster',
}

/** A resource type in words. Unknown types are shown as received. */
export const resourceTypeName = (type: string) => resourceTypes[type] ?? type

/** The machine's name, or the short end of its id. */
export const resourceName = ({ resource }: Pick<AccessRequestSummary, 'resource'>) =>
  resource.name ?? shortenOcid(resource.id)

/** "4 h". Null is "an unspecified time". */
export const hoursInWords = (hours: number | null) =>
  hours === null ? 'an unspecified time' : `${hours.toLocaleString('en')} h`

/** The services spell their audit levels differently; Operator Access Control's values are free text. */
export function auditTypeName(type: string): string {
  if (/keystroke/i.test(type)) return 'Commands and keystrokes'
  return /command/i.test(type) ? 'Commands' : inWords(type)
}

/** "INFRA_DIAG, INFRA_FULL and 3 more", for a line of text. */
export function actionsInShort(actions: readonly string[]): string {
  const [first, second, ...others] = actions
  if (first === undefined) return 'No actions listed'
  if (second === undefined) return first
  return others.length === 0 ? `${first}, ${second}` : `${first}, ${second} and ${others.length} more`
}

/** "a, b and c". */
export const listInWords = (items: readonly string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
