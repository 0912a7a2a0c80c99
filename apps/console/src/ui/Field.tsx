import { useId, type ComponentProps, type ReactNode } from 'react'
import { cn } from './cn.ts'

interface FieldProps {
  label: string
  hint?: ReactNode
  /** The validation error, below the field. */
  error?: string | undefined
}

/** A line of text with its label, hint and error. Native constraints (`required`, `maxLength`) are the form's. */
export function TextField({ label, hint, error, className, ...rest }: FieldProps & ComponentProps<'input'>) {
  const id = useId()
  return (
    <Labelled {...{ id, label, hint, error, className }} optional={!rest.required}>
      <input {...rest} {...described(id, hint, error)} className="field" />
    </Labelled>
  )
}

/** A multi-line text. With `maxLength` it shows a counter near the limit. */
export function TextArea({ label, hint, error, className, ...rest }: FieldProps & ComponentProps<'textarea'>) {
  const id = useId()
  const length = typeof rest.value === 'string' ? rest.value.length : 0
  const near = rest.maxLength !== undefined && length > rest.maxLength * 0.8
  return (
    <Labelled {...{ id, label, hint, error, className }} optional={!rest.required}>
      <textarea rows={3} {...rest} {...described(id, hint, error)} className="field resize-y" />
      {near && (
        <p className="text-end text-xs text-text-soft tabular-nums">
          {length.toLocaleString('en')} of {rest.maxLength?.toLocaleString('en')} characters
        </p>
      )}
    </Labelled>
  )
}

/** A choice of few. Options are `<option>`s. */
export function SelectField({ label, hint, error, className, ...rest }: FieldProps & ComponentProps<'select'>) {
  const id = useId()
  return (
    <Labelled {...{ id, label, hint, error, className }} optional={false}>
      <select {...rest} {...described(id, hint, error)} className="field" />
    </Labelled>
  )
}

/** A checkbox with its label. */
export const CheckboxField = ({
  label,
  hint,
  className,
  ...rest
}: { label: ReactNode; hint?: ReactNode } & ComponentProps<'input'>) => (
  <label className={cn('flex items-start gap-2 pointer-coarse:py-2', className)}>
    <input {...rest} type="checkbox" className="mt-0.5 size-4 shrink-0" />
    <span>
      {label}
      {hint && <span className="block text-sm text-text-soft">{hint}</span>}
    </span>
  </label>
)

/** A radio button with its label. Buttons of a group share a `name` within a `<fieldset>`. */
export const RadioField = ({
  label,
  hint,
  className,
  ...rest
}: { label: ReactNode; hint?: ReactNode } & ComponentProps<'input'>) => (
  <label className={cn('flex items-start gap-2 pointer-coarse:py-2', className)}>
    <input {...rest} type="radio" className="mt-0.5 size-4 shrink-0" />
    <span>
      {label}
      {hint && <span className="block text-sm text-text-soft">{hint}</span>}
    </span>
  </label>
)

const described = (id: string, hint: ReactNode, error: string | undefined) => ({
  id,
  'aria-invalid': error === undefined ? undefined : true,
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
})

interface LabelledProps extends FieldProps {
  id: string
  optional: boolean
  className: string | undefined
  children: ReactNode
}

const Labelled = ({ id, label, hint, error, optional, className, children }: LabelledProps) => (
  <div className={cn('space-y-1', className)}>
    <label htmlFor={id} className="block font-medium">
      {label}
      {optional && <span className="font-normal text-text-soft"> (optional)</span>}
    </label>
    {children}
    {hint && (
      <p id={`${id}-hint`} className="text-sm text-text-soft">
        {hint}
      </p>
    )}
    {error && (
      <p id={`${id}-error`} className="text-sm text-bad">
        {error}
      </p>
    )}
  </div>
)
