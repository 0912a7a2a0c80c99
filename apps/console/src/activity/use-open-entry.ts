import { useSearchParams } from 'react-router'
import { writeParam } from '../ui/list-state.ts'

/** The expanded entry by its sequence, kept in the address: `?entry=42`. */
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
