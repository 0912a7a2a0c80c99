import { matchesSearch } from '../ui/facets.ts'

/** A thing to find by name or OCID. */
export interface Thing {
  /** "Desktop pool". */
  kind: string
  id: string
  name: string
  note: string
  to: string
}

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

const mostOfAKind = 6

/** The matches for the search text: pages and commands, and things once the text is not empty. */
export function paletteGroups(
  search: string,
  commands: readonly PaletteGroup[],
  things: readonly Thing[],
  open: (thing: Thing) => void,
): PaletteGroup[] {
  const typed = search.trim()
  const found =
    typed === '' ? [] : things.filter(({ kind, name, id, note }) => matchesSearch(typed, [kind, name, id, note]))
  const byKind = Map.groupBy(
    found.toSorted((a, b) => rank(a, typed) - rank(b, typed)),
    ({ kind }) => kind,
  )
  return [
    ...commands.map(({ value, items }) => ({
      value,
      items: items.filter(({ label, note }) => matchesSearch(typed, [label, note])),
    })),
    ...[...byKind].map(([kind, ofKind]) => ({
      value: `${kind}s`,
      items: ofKind.slice(0, mostOfAKind).map((thing) => ({
        value: thing.to,
        label: thing.name,
        note: thing.note,
        run: () => open(thing),
      })),
    })),
  ].filter(({ items }) => items.length > 0)
}

/** Exact OCIDs and names come first, then names with that prefix. */
function rank({ id, name }: Thing, typed: string) {
  const lower = typed.toLowerCase()
  if (id === typed || name.toLowerCase() === lower) return 0
  return name.toLowerCase().startsWith(lower) ? 1 : 2
}
