import { Popover as BasePopover } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement
  title: string
  align?: 'start' | 'center' | 'end'
  children: ReactNode
}

/** A panel at a button, for reading or setting something small. */
export const Popover = ({ trigger, title, align = 'end', children }: PopoverProps) => (
  <BasePopover.Root>
    <BasePopover.Trigger render={trigger} />
    <BasePopover.Portal>
      <BasePopover.Positioner sideOffset={6} align={align} collisionPadding={8} className="z-50">
        <BasePopover.Popup className="floating max-h-(--available-height) w-80 max-w-[calc(100vw-1rem)] animate-appear overflow-y-auto p-4 outline-none">
          <BasePopover.Title className="mb-2 font-semibold">{title}</BasePopover.Title>
          {children}
        </BasePopover.Popup>
      </BasePopover.Positioner>
    </BasePopover.Portal>
  </BasePopover.Root>
)
