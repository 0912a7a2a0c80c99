/** The contract's longest name, which the browser takes types from alone; a test holds the two together. */
export const desktopNameMaxLength = 255

/** Why a desktop cannot be given this name; undefined when it can. An empty field says so itself. */
export function nameBlocked(name: string, present: string | null): string | undefined {
  if (name !== '' && name.trim() === '') return 'Enter a name.'
  return name.trim() === present ? 'The desktop already has this name.' : undefined
}
