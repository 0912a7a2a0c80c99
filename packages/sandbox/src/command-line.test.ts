import { expect, test } from 'vitest'
import { describe as describeSandbox, printed, readCommandLine } from './command-line.ts'
import { startSandbox } from './index.ts'

test('without options it is the sandbox that everyone expects', () => {
  expect(readCommandLine([], {})).toEqual({
    start: {
      port: 7071,
      configDir: '.gatehouse/sandbox',
      seed: 1,
      size: {},
      paceMs: 1500,
      life: true,
      movesPerMinute: 0,
    },
    json: false,
    help: false,
  })
})

test('options say otherwise, and the port may come from the environment', () => {
  const args = [
    '--config-dir',
    'keys',
    '--state',
    'world.json',
    '--seed-file',
    'seed.json',
    '--seed=7',
    '--regions',
    '3',
    '--compartments=192',
    '--desktops=50000',
    '--access-requests=600',
    '--moves=30',
    '--pace',
    '200',
    '--no-life',
    '--json',
  ]
  expect(readCommandLine(args, { GATEHOUSE_SANDBOX_PORT: '9000' })).toEqual({
    start: {
      port: 9000,
      configDir: 'keys',
      stateFile: 'world.json',
      seedFile: 'seed.json',
      seed: 7,
      size: { regions: 3, compartments: 192, desktops: 50_000, accessRequests: 600 },
      paceMs: 200,
      life: false,
      movesPerMinute: 30,
    },
    json: true,
    help: false,
  })
  expect(readCommandLine(['--port', '0'], { GATEHOUSE_SANDBOX_PORT: '9000' }).start.port).toBe(0)
})

test.each([
  [['--port', 'http'], '--port (GATEHOUSE_SANDBOX_PORT) must be a whole number from 0 to 65535, and is "http".'],
  [['--port', '70000'], '"70000"'],
  [['--seed', '1.5'], '--seed must be a whole number'],
  [['--pace', '0'], '--pace must be a whole number from 1'],
  [['--regions', '5'], '--regions must be a whole number from 1 to 4, and is "5".'],
  [['--compartments', '-1'], '--compartments'],
  [['--moves', 'many'], '--moves must be a whole number from 0 to 6000'],
  [['--life'], "Unknown option '--life'"],
  [['--port'], '--port'],
  [['extra'], "'extra'"],
])('%j is refused in a sentence', (args, message) => {
  expect(() => readCommandLine(args, {})).toThrow(message)
})

test('what is printed names the endpoints, the compartments and the profiles, and no key', async () => {
  const sandbox = await startSandbox({ life: false })
  const [text, json] = [printed(sandbox), JSON.stringify(describeSandbox(sandbox))]
  await sandbox.close()
  for (const output of [text, json])
    for (const part of [sandbox.endpoint('us-ashburn-1'), sandbox.compartments[3]!.id, 'ADMINISTRATOR'])
      expect(output).toContain(part)
  expect(text + json).not.toContain('PRIVATE KEY')
})
