import { useId, type ComponentProps, type ReactNode } from 'react'
import { Link, type LinkProps } from 'react-router'
import { cn } from './cn.ts'
import { Spinner } from './Spinner.tsx'

const tones = {
  primary: 'bg-accent text-on-accent border-transparent hover:bg-accent-strong',
  danger: 'bg-bad text-on-bad border-transparent hover:bg-bad-strong',
  'quiet-danger': 'bg-surface text-bad border-control-line hover:bg-bad-soft',
  quiet: 'bg-surface text-text border-control-line hover:bg-hover',
  bare: 'bg-transparent text-text-soft border-transparent hover:bg-hover hover:text-text',
}

const sizes = {
  small: 'h-7 px-2 text-sm gap-1 pointer-coarse:h-11 pointer-coarse:px-3',
  medium: 'h-9 px-3 gap-1.5 pointer-coarse:h-11 pointer-coarse:px-4',
}

export type ButtonTone = keyof typeof tones
export type ButtonSize = keyof typeof sizes

const shape =
  'inline-flex shrink-0 items-center justify-center rounded-control border font-medium whitespace-nowrap transition-colors select-none'
const blockedClass = 'border-line bg-plain-soft text-text-faint hover:bg-plain-soft hover:text-text-faint'

interface Appearance {
  tone?: ButtonTone
  size?: ButtonSize
  icon?: ReactNode
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'>, Appearance {
  /** The act is in progress: shows a spinner and ignores presses. */
  busy?: boolean | undefined
  /** Why it is blocked, as a whole sentence. The button stays focusable and shows the reason. */
  blocked?: string | undefined
  /** A word or two on hover and focus. */
  'data-tip'?: string | undefined
}

/** One primary per page. Danger only for acts that disconnect or remove something. */
export function Button({
  tone = 'quiet',
  size = 'medium',
  icon,
  busy = false,
  blocked,
  children,
  className,
  onClick,
  type = 'button',
  'data-tip': tip,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const still = busy || blocked !== undefined
  return (
    <>
      <button
        {...rest}
        // a blocked submit button must not submit by the Enter key either
        type={still ? 'button' : type}
        aria-disabled={still || undefined}
        aria-busy={busy || undefined}
        aria-describedby={blocked === undefined ? rest['aria-describedby'] : reasonId}
        data-tip={blocked ?? tip}
        onClick={still ? (event) => event.preventDefault() : onClick}
        className={cn(shape, sizes[size], tones[tone], blocked !== undefined && blockedClass, className)}
      >
        {busy ? <Spinner /> : icon}
        {children}
      </button>
      {blocked !== undefined && (
        <span id={reasonId} hidden>
          {blocked}
        </span>
      )}
    </>
  )
}

/** A link styled as a button. */
export const ButtonLink = ({
  tone = 'quiet',
  size = 'medium',
  icon,
  children,
  className,
  ...rest
}: LinkProps & Appearance) => (
  <Link {...rest} className={cn(shape, sizes[size], tones[tone], className)}>
    {icon}
    {children}
  </Link>
)

interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children'> {
  /** Its name, also shown on hover and focus. */
  label: string
  children: ReactNode
}

/** A button that is only an icon. */
export const IconButton = ({ label, tone = 'bare', blocked, className, children, ...rest }: IconButtonProps) => (
  <Button
    {...rest}
    tone={tone}
    aria-label={label}
    blocked={blocked}
    data-tip={label}
    className={cn('aspect-square px-0! text-base', className)}
  >
    {children}
  </Button>
)

interface IconLinkProps extends ComponentProps<'a'> {
  /** Its name, also shown on hover and focus. */
  label: string
}

/** A link that looks like a small icon button: for files. */
export const IconLink = ({ label, className, children, ...rest }: IconLinkProps) => (
  <a
    {...rest}
    aria-label={label}
    data-tip={label}
    className={cn(shape, sizes.small, tones.bare, 'aspect-square px-0! text-base', className)}
  >
    {children}
  </a>
)
