import {
  accessRequestList,
  desktopList,
  desktopPoolList,
  workRequestList,
  type Endpoint,
  type Permission,
} from '@gatehouse/contract'
import type { TObject } from 'typebox'
import type { NounName } from './noun.ts'

/** The endpoints of a list, whichever noun it is of. */
interface ListEndpoints {
  list: ListEndpoint
  count: ListEndpoint
  download: ListEndpoint
}

interface ListEndpoint extends Endpoint {
  permission: Permission
  schema: Endpoint['schema'] & { querystring: TObject }
}

/** The list of each noun, as the contract promises it. */
export const lists: Readonly<Record<NounName, ListEndpoints>> = {
  'access-requests': accessRequestList,
  'desktop-pools': desktopPoolList,
  desktops: desktopList,
  'work-requests': workRequestList,
}

export const isNounName = (name: string): name is NounName => Object.hasOwn(lists, name)
