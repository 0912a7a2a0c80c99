import { CircleAlert, CircleCheck, CircleDashed, CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Standing } from '../api/attempt.ts'
import { Spinner } from '../ui/Spinner.tsx'

const turning = <Spinner className="size-4 text-busy" />

const icons: Record<Standing, ReactNode> = {
  waiting: <CircleDashed aria-hidden className="size-4 text-text-faint" />,
  sending: turning,
  sent: turning,
  accepted: turning,
  done: <CircleCheck aria-hidden className="size-4 text-good" />,
  failed: <CircleAlert aria-hidden className="size-4 text-bad" />,
  unknown: <CircleHelp aria-hidden className="size-4 text-warn" />,
}

/** Spins until the act is settled. The text beside it says the same. */
export const StandingIcon = ({ standing }: { standing: Standing }) => icons[standing]
