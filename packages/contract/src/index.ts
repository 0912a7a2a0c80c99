/** The API between console and BFF. The BFF uses the schemas, the console only the types. */
import type { ActEndpoint } from './act.ts'
import * as accessRequests from './access-requests.ts'
import * as activity from './activity.ts'
import * as connections from './connections.ts'
import * as desktopPools from './desktop-pools.ts'
import * as desktops from './desktops.ts'
import { isEndpoint, type Endpoint, type EndpointsIn, type Exchanges } from './endpoint.ts'
import * as live from './live.ts'
import * as overview from './overview.ts'
import * as search from './search.ts'
import * as session from './session.ts'
import * as workRequests from './work-requests.ts'

export * from './access-requests.ts'
export * from './act.ts'
export * from './activity.ts'
export * from './connections.ts'
export * from './desktop-pools.ts'
export * from './desktops.ts'
export * from './endpoint.ts'
export * from './live.ts'
export * from './overview.ts'
export * from './permissions.ts'
export * from './problem.ts'
export * from './search.ts'
export * from './session.ts'
export * from './shared.ts'
export * from './window.ts'
export * from './work-requests.ts'

/** The modules whose endpoints make up the contract. A new noun adds its module here. */
const modules = {
  ...session,
  ...connections,
  ...accessRequests,
  ...desktopPools,
  ...desktops,
  ...workRequests,
  ...activity,
  ...overview,
  ...search,
  ...live,
}

/** Every endpoint, by the name it is exported under. */
export type Endpoints = EndpointsIn<typeof modules>

export const endpoints: readonly Endpoint[] = Object.values<unknown>(modules).filter(isEndpoint)

/** All of them as one type: `Api['GET /api/desktop-pools']['reply']`. */
export type Api = Exchanges<Endpoints>

/** Acts: the endpoints that change something at OCI. */
export type Acts = { [Name in keyof Endpoints as Endpoints[Name] extends ActEndpoint ? Name : never]: Endpoints[Name] }

/** The name of an act, the same in contract, ledger, console and words. */
export type ActName = keyof Acts

export const actNames = Object.entries(modules)
  .filter(([, value]: [string, unknown]) => isEndpoint(value) && value.act === true)
  .map(([name]) => name) as ActName[] // `ActName` is derived from the same modules
