import { matchesSearch } from '../ui/facets.ts'

/** Something that can be gone to by name or OCID. */
export interface Thing {
  /** "Desktop pool". */
  kind: string
  id: string
  name: string
  note: string
  to: string
}

export interface PaletteItem {
  /** Unlike any other. */
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

/** What the palette offers for what was typed: pages and commands by their words, things only once something is typed. */
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

/** An OCID or a name that is just that comes first, then names that begin so. */
function rank({ id, name }: Thing, typed: string) {
  const lower = typed.toLowerCase()
  if (id === typed || name.toLowerCase() === lower) return 0
  return name.toLowerCase().startsWith(lower) ? 1 : 2
}
