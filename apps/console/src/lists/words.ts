import type { Freshness } from '@gatehouse/contract'
import { plural } from '../ui/in-words.ts'

/** "24 of 120 pools", or "120 pools" without a filter. Undefined until they are counted. */
export function countWords(shown: number | undefined, all: number | undefined, noun: readonly [string, string]) {
  if (shown === undefined || all === undefined) return undefined
  return shown === all ? plural(all, ...noun) : `${shown.toLocaleString('en')} of ${plural(all, ...noun)}`
}

/** "14 compartments, 2 regions" */
export const placesInWords = ({ sources: { compartments, regions } }: Pick<Freshness, 'sources'>) =>
  `${plural(compartments, 'compartment')}, ${plural(regions, 'region')}`

const secondMs = 1000
const steps = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 600, 900]

/** How soon a change at OCI is seen: "15 s", "2 min". Rounded up. */
export function soonInWords(everyMs: number): string {
  const exact = everyMs / secondMs
  const seconds = steps.find((step) => step >= exact) ?? Math.ceil(exact / 60) * 60
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
}
