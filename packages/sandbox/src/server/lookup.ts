import type { Operation } from '@gatehouse/oci-api'
import { Fault, notAuthorizedOrNotFound, relatedResourceNotFound } from '../fault.ts'
import type { Row, Table } from '../world/table.ts'
import type { Region, User, World } from '../world/world.ts'

type AnyRow = Row<object, unknown>

interface Place {
  table(region: Region): Pick<Table<AnyRow>, 'find'>
  /** It belongs to the service and not to a compartment of the customer's: every user may read it. */
  isCatalogue?: boolean
}

/** Where the thing lies that a path parameter names. */
const places: Readonly<Record<string, Place>> = {
  desktopPoolId: { table: (region) => region.desktopPools },
  desktopId: { table: (region) => region.desktops },
  workRequestId: { table: (region) => region.workRequests },
  accessRequestId: { table: (region) => region.accessRequests },
  operatorActionId: { table: (region) => region.operatorActions, isCatalogue: true },
  operatorControlId: { table: (region) => region.operatorControls },
  operatorControlAssignmentId: { table: (region) => region.operatorControlAssignments },
  delegatedResourceAccessRequestId: { table: (region) => region.delegatedResourceAccessRequests },
  delegationControlId: { table: (region) => region.delegationControls },
  delegationSubscriptionId: { table: (region) => region.delegationSubscriptions },
  serviceProviderId: { table: (region) => region.serviceProviders, isCatalogue: true },
  serviceProviderActionId: { table: (region) => region.serviceProviderActions, isCatalogue: true },
}

/**
 * The row that the path names: in this region, of this service, and in a compartment that the caller may see. Throws
 * NotAuthorizedOrNotFound. Undefined when the path names none, or one of Identity's, whose handlers have rules of their own.
 */
export function rowOfPath(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  region: Region,
  caller: User,
  world: World,
): AnyRow | undefined {
  if (operation.service === 'identity') return world.rows.get(String(input['compartmentId']))
  const parameter = operation.pathParameters[0]
  if (!parameter) return undefined
  const place = places[parameter]
  if (!place) throw new Error(`${operation.id} names a ${parameter}, and nothing says where those lie`)

  const row = place.table(region).find(String(input[parameter]))
  const isOther = parameter === 'workRequestId' && (row?.extra as { service?: string })?.service !== operation.service // of work requests
  if (!row || isOther || !(place.isCatalogue || world.maySee(caller, row.compartmentId)))
    throw notAuthorizedOrNotFound()
  return row
}

/** Throws NoEtagMatch when `if-match` is there and is neither `*` nor the row's etag. */
export function requireEtag(row: AnyRow | undefined, ifMatch: string | undefined): void {
  if (!row || ifMatch === undefined || ifMatch === '*') return
  if (ifMatch !== row.etag && ifMatch !== `"${row.etag}"`)
    throw new Fault(412, 'NoEtagMatch', 'It changed since the etag in if-match was read; read it again')
}

/** Compartments named in the query (404) or the body (400) must be visible to the caller. */
export function requireCompartments(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  caller: User,
  world: World,
): void {
  if (operation.service === 'identity') return
  const { compartmentId, body } = input
  if (typeof compartmentId === 'string' && !world.maySee(caller, compartmentId))
    throw notAuthorizedOrNotFound('The compartment is unknown, or you may not see it.')
  const inBody = (body as { compartmentId?: string } | undefined)?.compartmentId // where its model has one
  if (inBody !== undefined && !world.maySee(caller, inBody))
    throw relatedResourceNotFound('The compartment in compartmentId is unknown, or you may not see it')
}
