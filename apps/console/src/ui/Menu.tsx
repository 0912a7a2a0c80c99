import { Menu as BaseMenu } from '@base-ui/react/menu'
import { createContext, use, useRef, type ReactElement, type ReactNode } from 'react'
import { Link } from 'react-router'
import { cn } from './cn.ts'

interface MenuProps {
  /** The button that opens it: a `<Button>` or an `<IconButton>`. */
  trigger: ReactElement
  children: ReactNode
  align?: 'start' | 'end'
}

/** Defers the chosen item's `onSelect` until the menu has closed. */
const Choose = createContext<(onSelect: (() => void) | undefined) => void>(() => {})

/** A menu. Focus returns to the trigger before `onSelect` runs, so that a dialog restores it there. */
export function Menu({ trigger, children, align = 'end' }: MenuProps) {
  const triggerRef = useRef<HTMLButtonElement>(null)
  const chosenRef = useRef<() => void>(undefined)
  const choose = (onSelect: (() => void) | undefined) => {
    chosenRef.current = onSelect
  }
  const runChosen = (open: boolean) => {
    const chosen = chosenRef.current
    if (open || chosen === undefined) return
    chosenRef.current = undefined
    triggerRef.current?.focus()
    chosen()
  }
  return (
    <BaseMenu.Root modal={false} onOpenChangeComplete={runChosen}>
      <BaseMenu.Trigger ref={triggerRef} render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={6} align={align} collisionPadding={8} className="z-50 outline-none">
          <BaseMenu.Popup className="floating max-h-(--available-height) min-w-48 animate-appear overflow-y-auto p-1 outline-none">
            <Choose value={choose}>{children}</Choose>
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

const itemClass =
  'flex min-h-8 w-full cursor-default items-center gap-2 rounded-control px-2 py-1.5 outline-none select-none data-highlighted:bg-hover pointer-coarse:min-h-11'

interface MenuItemProps {
  icon?: ReactNode
  tone?: 'danger' | undefined
  /** Why it is blocked, as a whole sentence. */
  blocked?: string | undefined
  onSelect?: () => void
  children: ReactNode
}

export function MenuItem({ icon, tone, blocked, onSelect, children }: MenuItemProps) {
  const choose = use(Choose)
  return (
    <BaseMenu.Item
      aria-disabled={blocked === undefined ? undefined : true}
      closeOnClick={blocked === undefined}
      onClick={blocked === undefined ? () => choose(onSelect) : undefined}
      className={cn(itemClass, tone === 'danger' && 'text-bad', blocked !== undefined && 'text-text-faint')}
    >
      {icon && <span className="[&>svg]:size-4">{icon}</span>}
      <span className="min-w-0">
        {children}
        {blocked !== undefined && <span className="block max-w-64 text-sm text-text-soft">{blocked}</span>}
      </span>
    </BaseMenu.Item>
  )
}

export const MenuLink = ({ to, icon, children }: { to: string; icon?: ReactNode; children: ReactNode }) => (
  <BaseMenu.Item render={<Link to={to} />} className={itemClass}>
    {icon && <span className="[&>svg]:size-4">{icon}</span>}
    {children}
  </BaseMenu.Item>
)

interface MenuCheckboxProps {
  checked: boolean
  onChange: (checked: boolean) => void
  /** At the right, such as a count. */
  note?: ReactNode
  children: ReactNode
}

/** A box to tick; the menu stays open. */
export const MenuCheckbox = ({ checked, onChange, note, children }: MenuCheckboxProps) => (
  <BaseMenu.CheckboxItem
    checked={checked}
    onCheckedChange={(next) => onChange(next)}
    closeOnClick={false}
    className={itemClass}
  >
    <CheckMark checked={checked} />
    <span className="min-w-0 flex-1">{children}</span>
    {note !== undefined && <span className="ps-4 text-sm text-text-soft tabular-nums">{note}</span>}
  </BaseMenu.CheckboxItem>
)

const CheckMark = ({ checked }: { checked: boolean }) => (
  <span
    aria-hidden
    className={cn(
      'flex size-4 shrink-0 items-center justify-center rounded-small border',
      checked ? 'border-accent bg-accent text-on-accent' : 'border-control-line',
    )}
  >
    {checked && (
      <svg viewBox="0 0 12 12" fill="none" className="size-3">
        <path
          d="m2.5 6.2 2.4 2.4 4.6-5"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    )}
  </span>
)

/** A heading over the items below it. */
export const MenuGroup = ({ label, children }: { label: string; children: ReactNode }) => (
  <BaseMenu.Group>
    <BaseMenu.GroupLabel className="px-2 pt-1.5 pb-1 text-xs font-medium text-text-soft">{label}</BaseMenu.GroupLabel>
    {children}
  </BaseMenu.Group>
)

export const MenuSeparator = () => <BaseMenu.Separator className="mx-2 my-1 h-px bg-line" />
