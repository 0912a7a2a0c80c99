import { useMemo } from 'react'
import { useRemembered } from '../remembered.ts'
import type { Column } from './column.ts'

interface Kept {
  /** Columns whose visibility differs from the default, with it. */
  shown: Record<string, boolean>
  comfortable: boolean
}

const nothing: Kept = { shown: {}, comfortable: false }

function parse(kept: unknown): Kept | undefined {
  if (typeof kept !== 'object' || kept === null || !('shown' in kept) || typeof kept.shown !== 'object')
    return undefined
  const entries = Object.entries(kept.shown ?? {}).filter(([, shown]) => typeof shown === 'boolean')
  return { shown: Object.fromEntries(entries), comfortable: 'comfortable' in kept && kept.comfortable === true }
}

/** Which columns of a table a reader shows and how dense it is, remembered by the table's id. */
export function useTablePreferences<Row>(id: string, columns: readonly Column<Row>[]) {
  const [kept, keep] = useRemembered(`table.${id}`, parse, nothing)
  const hidden: ReadonlySet<string> = useMemo(
    () => new Set(columns.filter((column) => !(kept.shown[column.id] ?? !column.hidden)).map((column) => column.id)),
    [columns, kept.shown],
  )
  return {
    hidden,
    show: (columnId: string, shown: boolean) => keep({ ...kept, shown: { ...kept.shown, [columnId]: shown } }),
    comfortable: kept.comfortable,
    setComfortable: (comfortable: boolean) => keep({ ...kept, comfortable }),
  }
}
