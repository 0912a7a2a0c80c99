import type { Person } from '../access/person.ts'
import type { NounName, Nouns } from './noun.ts'

/** The nouns whose lists the person may read. */
export const readableNouns = (nouns: Nouns, { permissions }: Pick<Person, 'permissions'>): ReadonlySet<NounName> =>
  new Set(
    Object.values(nouns)
      .filter(({ permission }) => permissions.includes(permission))
      .map(({ name }) => name),
  )
