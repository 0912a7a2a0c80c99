/**
 * What OCI promises: every operation, model and enum of Secure Desktops (20220618), Operator Access Control (20200630),
 * Delegate Access Control (20230801), and the reads of Identity (20160918) that a compartment picker needs. No behaviour.
 *
 * The source is `data/`, read off Oracle's SDK packages 2.139.1; `src/generated` follows from it.
 */
import { schemas as delegateAccessControl } from './generated/delegate-access-control.schemas.ts'
import { schemas as desktops } from './generated/desktops.schemas.ts'
import { schemas as identity } from './generated/identity.schemas.ts'
import type { Operations } from './generated/operations.ts'
import { operations as table, services as serviceTable } from './generated/operations.ts'
import { schemas as operatorAccessControl } from './generated/operator-access-control.schemas.ts'

export type * as DelegateAccessControl from './generated/delegate-access-control.types.ts'
export type * as Desktops from './generated/desktops.types.ts'
export type * as Identity from './generated/identity.types.ts'
export type * as OperatorAccessControl from './generated/operator-access-control.types.ts'
export type { Operations } from './generated/operations.ts'

export type ServiceId = keyof typeof serviceTable

/** `service.operation`, since two services name some of their operations alike: `desktops.getWorkRequest`. */
export type OperationId = keyof Operations

/** What an operation takes: path and query parameters by their names, `body`, and headers in camelCase (`ifMatch`, `opcRetryToken`). */
export type OperationInput<Id extends OperationId> = Operations[Id]['input']

/** The body an operation answers with; undefined where OCI sends none. */
export type OperationOutput<Id extends OperationId> = Operations[Id]['output']

export type JsonSchema = Readonly<Record<string, unknown>>

export interface Service {
  readonly id: ServiceId
  /** The version, which starts every path: `/20220618`. */
  readonly basePath: string
  /** With `{region}` and `{secondLevelDomain}` to be filled in. */
  readonly endpoint: string
}

export interface Operation {
  readonly id: OperationId
  readonly service: ServiceId
  /** The name of the SDK client that has it: `AccessRequestsClient`. */
  readonly client: string
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With the version in front and `{parameters}` inside. */
  readonly path: string
  readonly summary: string
  readonly pathParameters: readonly string[]
  readonly query: readonly { readonly name: string; readonly required: boolean; readonly schema: JsonSchema }[]
  /** Request headers besides the signed ones, in lower case. */
  readonly headers: readonly string[]
  /** The model of the request body. */
  readonly body: string | null
  /** The model of the answer, or of its items when `responseIsArray`. */
  readonly response: string | null
  readonly responseIsArray: boolean
  readonly responseHeaders: readonly string[]
  /** It takes `page`, so it may answer with `opc-next-page`. */
  readonly paged: boolean
}

export const services: Readonly<Record<ServiceId, Service>> = serviceTable

export const operations: Readonly<Record<OperationId, Operation>> = table

export const operationIds = Object.keys(table) as OperationId[] // the table's keys are the type's keys

/** Per service, `{ $id, definitions }` in JSON Schema draft 07; a model is `desktops#/definitions/DesktopPool`. */
export const schemas: Readonly<Record<ServiceId, { $id: string; definitions: Record<string, JsonSchema> }>> = {
  desktops,
  identity,
  'delegate-access-control': delegateAccessControl,
  'operator-access-control': operatorAccessControl,
}
