import { useId, type ComponentProps } from 'react'

interface FilterFieldProps extends ComponentProps<'input'> {
  label: string
  /** The validation error, below the field. */
  error?: string | undefined
}

/** A filter field. All filters are optional, so none says "(optional)". */
export function FilterField({ label, error, ...rest }: FilterFieldProps) {
  const id = useId()
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        className="field"
      />
      {error && (
        <p id={`${id}-error`} className="text-sm text-bad">
          {error}
        </p>
      )}
    </div>
  )
}

interface TypedFilterProps {
  label: string
  value: string
  onSettled: (text: string) => void
  maxLength: number
}

/** Applies on Enter or blur, so that a half-typed name or OCID sends no request. */
export function TypedFilter({ label, value, onSettled, maxLength }: TypedFilterProps) {
  const settle = (text: string) => {
    if (text.trim() !== value) onSettled(text.trim())
  }
  return (
    <FilterField
      type="search"
      label={label}
      defaultValue={value}
      maxLength={maxLength}
      spellCheck={false}
      autoComplete="off"
      onBlur={(event) => settle(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle(event.currentTarget.value)
      }}
      onInput={(event) => {
        // the clear button of the field fires no blur
        if (event.currentTarget.value === '') settle('')
      }}
    />
  )
}
