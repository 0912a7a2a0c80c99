import { readFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import type { WantedAccessRequest } from '../control/access-requests.ts'
import { object, wantedAccessRequest } from '../control/schemas.ts'
import { inWords } from '../schema-error.ts'
import type { WantedPool } from '../services/desktops/index.ts'
import { regionNames } from '../world/seed/regions.ts'
import { sizeLimits } from '../world/size.ts'
import type { WorldOptions } from '../world/world.ts'

/** What a world is to have beside, or instead of, what every world has. */
export interface Seeding {
  /** How much of everything there is. */
  sizes?: Partial<WorldOptions['size']>
  compartments?: WantedCompartment[]
  desktopPools?: WantedPool[]
  /** Raised when the world begins, as through the control API. */
  accessRequests?: WantedAccessRequest[]
}

export interface WantedCompartment {
  name: string
  /** The name of another; right below the tenancy when left out. */
  parent?: string
  description?: string
}

/** Throws an Error whose message names the file and what is wrong in it. */
export async function readSeedFile(file: string): Promise<Seeding> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Error(`The seed file ${file} cannot be read: ${error.message}.`, { cause: error })
  })
  const content = parsed(file, text)
  if (isSeeding(content)) return content
  throw new Error(`The seed file ${file} is not usable: ${inWords(isSeeding.errors?.[0])}.`)
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The seed file ${file} is not usable: it is not JSON (${reason}).`, { cause })
  }
}

const count = (maximum: number) => ({ type: 'integer', minimum: 0, maximum })
const name = { type: 'string', pattern: '^[A-Za-z0-9_.-]{1,100}$' }
const text = { type: 'string', maxLength: 400 }

const list = (items: object) => ({ type: 'array', maxItems: 1000, items })

const schema = object({
  sizes: object(
    Object.fromEntries(
      Object.entries(sizeLimits).map(([kind, [minimum, maximum]]) => [
        kind,
        { type: kind === 'occupied' ? 'number' : 'integer', minimum, maximum },
      ]),
    ),
  ),
  compartments: list(object({ name, parent: name, description: text }, ['name'])),
  desktopPools: list(
    object(
      {
        name,
        compartment: name,
        region: { enum: regionNames },
        state: { enum: ['ACTIVE', 'INACTIVE', 'FAILED'] },
        desktops: count(4000),
        image: { enum: ['linux', 'windows', 'gpu'] },
        regime: { enum: ['always', 'office hours', 'stop when left', 'delete when left', 'season', 'short shifts'] },
        description: text,
      },
      ['name', 'compartment'],
    ),
  ),
  accessRequests: list(wantedAccessRequest),
})

const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false })
formats.default(ajv)
const isSeeding = ajv.compile<Seeding>(schema)
