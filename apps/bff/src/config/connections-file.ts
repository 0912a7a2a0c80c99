import { Compile } from 'typebox/compile'
import { parseDocument } from 'yaml'
import { fieldErrors } from '../field-errors.ts'
import { ConnectionsFile, toConnectionConfig, type ConnectionConfig, type PersonConfig } from './connections.ts'
import { wellFormed } from '../well-formed.ts'
import type { Mistakes } from './mistakes.ts'

const validator = Compile(ConnectionsFile)

/** Reads connections and people from a YAML file. Each mistake names the file and the path or line. */
export function parseConnectionsFile(
  file: string,
  text: string,
  mistakes: Mistakes,
): { connections: ConnectionConfig[]; people: PersonConfig[] } {
  const nothing = { connections: [], people: [] }
  const document = parseDocument(text)
  for (const error of document.errors) {
    const at = error.linePos?.[0]
    mistakes.add(
      `${file}${at ? `, line ${at.line}` : ''}: this is not YAML: ${error.message.split('\n')[0]?.replace(/ at line.*/, '') ?? ''}.`,
    )
  }
  if (document.errors.length > 0) return nothing

  const content: unknown = wellFormed(document.toJS() ?? {})
  if (!validator.Check(content)) {
    for (const { field, message } of fieldErrors(validator.Errors(content)))
      mistakes.add(`${file}: ${field || 'the file'} ${message}.`)
    return nothing
  }
  for (const { id, profile, principal } of content.connections ?? []) {
    if (profile !== undefined && principal !== undefined)
      mistakes.add(`${file}: the connection "${id}" names both a profile and a principal. One of them signs.`)
  }
  return { connections: (content.connections ?? []).map(toConnectionConfig), people: content.people ?? [] }
}

/** Checks what the schema cannot: ids and names are unique, and people's profiles refer to existing connections. */
export function crossCheck(connections: ConnectionConfig[], people: PersonConfig[], mistakes: Mistakes): void {
  for (const id of repeated(connections.map((one) => one.id))) mistakes.add(`There are two connections named "${id}".`)
  for (const name of repeated(people.map((one) => one.name))) mistakes.add(`There are two people named "${name}".`)
  const connectionIds = connections.map(({ id }) => id)
  for (const person of people) {
    for (const id of Object.keys(person.profiles).filter((id) => !connectionIds.includes(id)))
      mistakes.add(
        `people: "${person.name}" has a profile for the connection "${id}", which does not exist. There are: ${connectionIds.join(', ') || 'none'}.`,
      )
  }
}

const repeated = (names: string[]) => new Set(names.filter((name, index) => names.indexOf(name) !== index))
