import { Pencil, Play, Power, Square, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DesktopAct } from './desktop-acts.ts'

export const actIcons: Record<DesktopAct, ReactNode> = {
  start: <Play aria-hidden className="size-3.5" />,
  'shut-down': <Square aria-hidden className="size-3.5" />,
  'power-off': <Power aria-hidden className="size-3.5" />,
  rename: <Pencil aria-hidden className="size-3.5" />,
  delete: <Trash2 aria-hidden className="size-3.5" />,
}
