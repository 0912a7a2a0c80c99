/** `IN_PROGRESS` becomes "In progress". Text that is not all capitals is unchanged. */
export const inWords = (value: string) =>
  /^[A-Z0-9_]+$/.test(value) ? value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ') : value

/** "shut down" at the beginning of a sentence or a button: "Shut down". */
export const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** `plural(1, 'pool')` is "1 pool", `plural(1200, 'pool')` "1,200 pools". */
export const plural = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
