/** Copy of the contract's limit: the console imports only types from the contract. A test compares the two. */
export const desktopNameMaxLength = 255

/** Why a desktop cannot have this name. Undefined when it can. The field's own `required` covers the empty name. */
export function nameBlocked(name: string, present: string | null): string | undefined {
  if (name !== '' && name.trim() === '') return 'Enter a name.'
  return name.trim() === present ? 'The desktop already has this name.' : undefined
}
