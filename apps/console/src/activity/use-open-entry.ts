import { useSearchParams } from 'react-router'
import { writeParam } from '../ui/list-state.ts'

/** The entry that is open, by its place in the ledger: `?entry=42`, so that it can be linked. */
export function useOpenEntry() {
  const [params, setParams] = useSearchParams()
  const sequence = Number(params.get('entry'))
  const open = Number.isSafeInteger(sequence) && sequence > 0 ? sequence : null
  return {
    open,
    setOpen: (sequence: number | null) =>
      setParams((now) => writeParam(now, 'entry', sequence === null ? '' : String(sequence)), {
        replace: true,
        preventScrollReset: true,
      }),
  }
}
