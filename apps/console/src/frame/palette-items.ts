import type { Found } from '@gatehouse/contract'
import { paths } from '../paths.ts'
import { inWords } from '../ui/in-words.ts'
import { shortenOcid } from '../ui/shorten-ocid.ts'

export interface PaletteItem {
  /** Unique. */
  value: string
  label: string
  note: string
  run: () => void
}

export interface PaletteGroup {
  value: string
  items: PaletteItem[]
}

/** The pages and commands whose name has every word of the search. */
export function matchingCommands(search: string, commands: readonly PaletteGroup[]): PaletteGroup[] {
  const words = search.toLowerCase().split(/\s+/)
  return commands
    .map(({ value, items }) => ({
      value,
      items: items.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word))),
    }))
    .filter(({ items }) => items.length > 0)
}

/** The things that the BFF found, by noun, in its order. */
export const foundGroups = (found: readonly Found[], open: (path: string) => void): PaletteGroup[] =>
  [...Map.groupBy(found, ({ noun }) => noun)].map(([noun, things]) => ({
    value: nouns[noun],
    items: things.map((thing) => {
      const { to, ...words } = toItem(thing)
      return { value: `${noun} ${thing.connectionId} ${thing.id}`, ...words, run: () => open(to) }
    }),
  }))

const nouns: Record<Found['noun'], string> = {
  'access-requests': 'Access requests',
  'desktop-pools': 'Desktop pools',
  desktops: 'Desktops',
  'work-requests': 'Work requests',
}

function toItem(thing: Found): { label: string; note: string; to: string } {
  if (thing.noun === 'access-requests') {
    return { label: thing.name, note: thing.summary, to: paths.accessRequest(thing) }
  }
  const state = inWords(thing.state)
  if (thing.noun === 'desktop-pools') return { label: thing.name, note: state, to: paths.desktopPool(thing) }
  if (thing.noun === 'work-requests') {
    return { label: inWords(thing.operation), note: state, to: paths.workRequest(thing) }
  }
  // a desktop has no page: the list of its pool shows it
  const pool = paths.desktopPool({ connectionId: thing.connectionId, id: thing.poolId })
  return {
    label: thing.name ?? shortenOcid(thing.id),
    note: [thing.userName, state].filter(Boolean).join(' · '),
    to: `${pool}?${new URLSearchParams({ q: thing.id })}`,
  }
}
