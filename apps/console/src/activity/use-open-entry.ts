import { useSearchParams } from 'react-router'
import { writeParam } from '../ui/list-state.ts'

/** The entry that is open, by its place in the ledger: `?entry=42`, so that it can be linked. */
export function useOpenEntry() {
  const [params, setParams] = useSearchParams()
  const given = Number(params.get('entry'))
  const open = Number.isSafeInteger(given) && given > 0 ? given : null
  return {
    open,
    setOpen: (sequence: number | null) =>
      setParams((now) => writeParam(now, 'entry', sequence === null ? '' : String(sequence)), {
        replace: true,
        preventScrollReset: true,
      }),
  }
}
