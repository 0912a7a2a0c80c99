import { parseArgs } from 'node:util'
import { mostMovesPerMinute } from './control/schemas.ts'
import type { Sandbox, StartOptions } from './index.ts'
import { sizeLimits } from './world/size.ts'
import type { WorldSize } from './world/size.ts'

export const usage = `Usage: pnpm sandbox [options]

Runs the REST APIs of Secure Desktops, Operator Access Control, Delegate Access Control, and the reads of
Identity on this machine, until Ctrl-C.

  --port <number>      port to listen on, 0 for any (GATEHOUSE_SANDBOX_PORT, or 7071)
  --config-dir <path>  where keys and an OCI config file are written (.gatehouse/sandbox)
  --state <file>       keep the world in this file, and go on from there the next time (in memory only)
  --seed <number>      another number, another world (1)
  --seed-file <file>   JSON that says what a fresh world has beside the usual
  --regions <number>   how many regions there are, 1 to 4 (2)
  --compartments <n>   how many compartments are generated beside the usual, to 500 (0)
  --pools <number>     how many desktop pools there are (24)
  --desktops <number>  how many desktops there are, to 100000 (1500)
  --access-requests <number>, --work-requests <number>  how many of those there are (40, 60)
  --pace <ms>          mean time between two steps of a work request (1500)
  --no-life            nothing happens unless a call or the clock asks for it
  --moves <number>     how many things move per minute, beside that (0)
  --json               print one line of JSON instead of text
  --help               print this
`

export interface CommandLine {
  start: Pick<
    StartOptions,
    'port' | 'configDir' | 'stateFile' | 'seed' | 'seedFile' | 'size' | 'paceMs' | 'life' | 'movesPerMinute'
  >
  json: boolean
  help: boolean
}

/** Throws an Error whose message is a sentence for the user. */
export function readCommandLine(args: string[], env: NodeJS.ProcessEnv): CommandLine {
  const { values } = parse(args)
  return {
    start: {
      port: wholeNumber(
        '--port (GATEHOUSE_SANDBOX_PORT)',
        values.port ?? env['GATEHOUSE_SANDBOX_PORT'] ?? '7071',
        0,
        65_535,
      ),
      configDir: values['config-dir'],
      stateFile: values.state,
      seedFile: values['seed-file'],
      seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
      size: sizeIn(values),
      paceMs: wholeNumber('--pace', values.pace, 1, 3_600_000),
      life: !values['no-life'],
      movesPerMinute: wholeNumber('--moves', values.moves, 0, mostMovesPerMinute),
    },
    json: values.json,
    help: values.help,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      strict: true,
      options: {
        port: { type: 'string' },
        'config-dir': { type: 'string', default: '.gatehouse/sandbox' },
        state: { type: 'string' },
        seed: { type: 'string', default: '1' },
        'seed-file': { type: 'string' },
        ...Object.fromEntries(Object.keys(sizeOptions).map((name) => [name, { type: 'string' as const }])),
        pace: { type: 'string', default: '1500' },
        moves: { type: 'string', default: '0' },
        'no-life': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause)
    throw new Error(`${reason}. See pnpm sandbox --help.`, { cause })
  }
}

/** Kinds by the options that say how much of them there is. */
const sizeOptions = {
  regions: 'regions',
  compartments: 'compartments',
  pools: 'pools',
  desktops: 'desktops',
  'access-requests': 'accessRequests',
  'work-requests': 'workRequests',
} as const satisfies Record<string, keyof WorldSize>

/** Only what was given, so that the seed file says the rest. */
const sizeIn = (values: Readonly<Record<string, unknown>>): Partial<WorldSize> =>
  Object.fromEntries(
    Object.entries(sizeOptions)
      .filter(([name]) => typeof values[name] === 'string')
      .map(([name, kind]) => [kind, wholeNumber(`--${name}`, String(values[name]), ...sizeLimits[kind])]),
  )

function wholeNumber(name: string, text: string, minimum: number, maximum: number): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : NaN
  if (number >= minimum && number <= maximum) return number
  throw new Error(`${name} must be a whole number from ${minimum} to ${maximum}, and is "${text}".`)
}

/** What a program needs to call the sandbox. */
export const describe = ({ url, endpoint, regions, tenancyId, compartments, users, ...more }: Sandbox) => ({
  url,
  control: `${url}/control`,
  endpoints: Object.fromEntries(regions.map((region) => [region, endpoint(region)])),
  tenancyId,
  compartments,
  users: users.map(({ name, id, fingerprint, profile }) => ({ name, id, fingerprint, profile })),
  configFile: more.configFile,
  stateFile: more.stateFile,
  isResumed: more.isResumed,
})

/** As many compartments as leave the rest on one screen. */
const mostPrinted = 20

/** The same for people. */
export function printed(sandbox: Sandbox): string {
  const { endpoints, control, tenancyId, compartments, users, configFile, stateFile, isResumed } = describe(sandbox)
  const state = stateFile ? [['state file', isResumed ? `${stateFile} (the world in it goes on)` : stateFile]] : []
  return [
    'The sandbox runs until Ctrl-C.',
    '',
    ...table([...Object.entries(endpoints), ['control API', control], ['OCI config file', configFile ?? ''], ...state]),
    '',
    'Profiles',
    ...table(users.map(({ profile, name }) => [profile, name])),
    '',
    'Compartments',
    ...table([['(tenancy)', tenancyId], ...compartments.slice(0, mostPrinted).map(({ name, id }) => [name, id])]),
    ...(compartments.length > mostPrinted
      ? [`  and ${compartments.length - mostPrinted} more; --json lists them`]
      : []),
    '',
  ].join('\n')
}

const table = (rows: string[][]) => rows.map(([name = '', value = '']) => `  ${name.padEnd(22)} ${value}`)
