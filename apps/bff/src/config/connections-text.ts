import { Compile } from 'typebox/compile'
import { fieldErrors, inWords } from '../field-errors.ts'
import { FileConnection, toConnectionConfig, type ConnectionConfig } from './connections.ts'
import type { Mistakes } from './mistakes.ts'

const validator = Compile(FileConnection)

/**
 * `frankfurt=DEFAULT@eu-frankfurt-1/ocid1.compartment…,ocid1.compartment…; ashburn=AUDIT`: connections, separated by
 * semicolons, each an id and a profile, then if need be a region and the compartments to read.
 */
export function parseConnections(name: string, text: string, mistakes: Mistakes): ConnectionConfig[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const match = /^([^=]+)=([^@/]+)(?:@([^/]+))?(?:\/(.+))?$/.exec(part)
      if (!match) {
        mistakes.add(
          `${name}: "${part}" must read id=PROFILE@region/compartment,compartment; region and compartments may be left out.`,
        )
        return []
      }
      const [, id = '', profile = '', region, compartments] = match.map((piece) => piece?.trim())
      const entry = {
        id,
        profile,
        ...(region ? { region } : {}),
        ...(compartments ? { compartments: compartments.split(',').map((ocid) => ocid.trim()) } : {}),
      }
      if (validator.Check(entry)) return [toConnectionConfig(entry)]
      mistakes.add(`${name}: in "${part}", ${inWords(fieldErrors(validator.Errors(entry)))}.`)
      return []
    })
}
