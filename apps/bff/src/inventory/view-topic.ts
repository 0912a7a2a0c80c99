import { getOverview, type Permission } from '@gatehouse/contract'
import type { TObject } from 'typebox'
import { Value } from 'typebox/value'
import { isNounName, lists } from './lists.ts'
import type { NounName } from './noun.ts'
import type { ListQuery } from './view.ts'

/** A view of the inventory as a topic of the stream: its address below `/api/`. */
export interface ViewTopic {
  readonly name: string
  readonly view:
    | { kind: 'window' | 'counts'; noun: NounName; query: ListQuery }
    | { kind: 'overview'; query: ListQuery }
  /** Null: any person may watch it, and gets what they may read. */
  readonly permission: Permission | null
}

/** Null when the name is not the address of a view, or its query is not valid. */
export function parseViewTopic(name: string): ViewTopic | null {
  const [path = '', search = ''] = name.split('?', 2)
  if (path === 'overview') {
    const query = parseQuery(getOverview.schema.querystring, search)
    return query && { name, view: { kind: 'overview', query }, permission: null }
  }
  const [noun = '', part, ...rest] = path.split('/')
  if (!isNounName(noun) || rest.length > 0 || (part !== undefined && part !== 'counts')) return null
  const { list, count } = lists[noun]
  const kind = part === undefined ? 'window' : 'counts'
  const query = parseQuery(kind === 'window' ? list.schema.querystring : count.schema.querystring, search)
  return query && { name, view: { kind, noun, query }, permission: list.permission }
}

/** Reads a query as a route does: a parameter that is a list may come several times. */
function parseQuery(schema: TObject, search: string): ListQuery | null {
  const params = new URLSearchParams(search)
  const raw = Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const all = params.getAll(name)
      return [name, all.length === 1 ? all[0] : all]
    }),
  )
  const query = Value.Convert(schema, raw)
  return Value.Check(schema, query) ? (query as ListQuery) : null // the schemas of lists have no other fields
}
