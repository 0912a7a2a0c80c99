import type { ServiceId } from '@gatehouse/oci-api'
import { Ajv } from 'ajv'
import type { WrittenState } from '../server/state.ts'
import { inWords } from '../schema-error.ts'
import { modelValidator } from '../server/schemas.ts'
import { isKnownErrand } from '../world/errand.ts'
import type { TableName } from '../world/region.ts'
import { tableNames } from '../world/region.ts'
import { sizeLimits } from '../world/size.ts'
import type { Row } from '../world/table.ts'

/** What keeps the state from being used, as the end of a sentence; undefined when nothing does. */
export function faultIn(state: unknown): string | undefined {
  if (!isState(state)) return inWords(isState.errors?.[0])
  const { clock, compartments, regions } = state.world
  const stranger = clock.due.find(({ what }) => !isKnownErrand(what.errand))
  if (stranger) return `nothing is known of "${stranger.what.errand}", which is to happen in it`
  const rows = [
    { place: 'compartments', rows: compartments, model: ['identity', 'Compartment'] as const },
    ...regions.flatMap(({ name, tables }) =>
      tableNames.map((kind) => ({ place: `${name} ${kind}`, rows: tables[kind].rows, model: models[kind] })),
    ),
  ]
  for (const { place, rows: some, model } of rows)
    for (const row of some) {
      const wrong = wrongRow(row, model)
      if (wrong) return `in ${place}, ${row.id} is not as OCI describes it: ${wrong}`
    }
  return undefined
}

type Model = readonly [ServiceId, string]

/** What each kind of row is on the wire. Work requests are of either service. */
const models: Record<TableName, Model> = {
  desktopPools: ['desktops', 'DesktopPool'],
  desktops: ['desktops', 'Desktop'],
  desktopPoolVolumes: ['desktops', 'DesktopPoolVolumeSummary'],
  accessRequests: ['operator-access-control', 'AccessRequest'],
  operatorActions: ['operator-access-control', 'OperatorAction'],
  operatorControls: ['operator-access-control', 'OperatorControl'],
  operatorControlAssignments: ['operator-access-control', 'OperatorControlAssignment'],
  delegatedResourceAccessRequests: ['delegate-access-control', 'DelegatedResourceAccessRequest'],
  delegationControls: ['delegate-access-control', 'DelegationControl'],
  delegationSubscriptions: ['delegate-access-control', 'DelegationSubscription'],
  serviceProviders: ['delegate-access-control', 'ServiceProvider'],
  serviceProviderActions: ['delegate-access-control', 'ServiceProviderAction'],
  workRequests: ['desktops', 'WorkRequest'],
}

function wrongRow({ wire, extra }: Row<object, unknown>, [service, model]: Model): string | undefined {
  const own = model === 'WorkRequest' ? (extra as { service: ServiceId }).service : service // as work requests have it
  const validate = modelValidator(own, model)
  return validate(wire) ? undefined : inWords(validate.errors?.[0])
}

const text = { type: 'string' }
const number = { type: 'number' }
const texts = { type: 'array', items: text }
const object = (properties: Record<string, object>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
})
const row = object({ id: text, region: text, compartmentId: text, etag: text, wire: { type: 'object' } })
const table = object({ version: number, rows: { type: 'array', items: row } })

/** The frame around the rows. */
const isState = new Ajv({ strict: true, strictRequired: false }).compile<WrittenState>(
  object({
    aheadMs: number,
    pageSecret: text,
    sessionTokens: {
      type: 'array',
      items: object({ token: text, userId: text, publicKeyPem: text, expiresMs: number }),
    },
    retryTokens: { type: 'array', items: { type: 'array' } },
    world: object({
      seed: number,
      size: object(Object.fromEntries(Object.keys(sizeLimits).map((kind) => [kind, number])), [
        'pools',
        'desktops',
        'accessRequests',
        'workRequests',
      ]),
      tenancyId: text,
      timeCreated: text,
      streams: { type: 'object', additionalProperties: number },
      clock: object({
        ms: number,
        lastNumber: number,
        due: {
          type: 'array',
          items: object({ number, at: number, what: object({ errand: text, about: { type: 'object' } }) }),
        },
      }),
      groups: { type: 'object', additionalProperties: text },
      users: {
        type: 'array',
        items: object({ id: text, name: text, compartmentIds: texts, groupIds: texts }),
      },
      compartments: { type: 'array', items: row },
      regions: {
        type: 'array',
        minItems: 1,
        items: object({
          name: text,
          key: text,
          availabilityDomains: texts,
          availabilityDomainIds: texts,
          tables: object(Object.fromEntries(tableNames.map((kind) => [kind, table]))),
        }),
      },
    }),
  }),
)
