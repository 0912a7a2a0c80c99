import { useId, type ComponentProps } from 'react'

interface FilterFieldProps extends ComponentProps<'input'> {
  label: string
  /** What is wrong with it, below it. */
  error?: string | undefined
}

/** A field of the filters: every one of them may be left empty, so none says so. */
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

/** Takes effect with Enter, or when it is left: half a name or half an OCID is nothing to ask for. */
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
        // the cross in the field empties it without leaving it
        if (event.currentTarget.value === '') settle('')
      }}
    />
  )
}
