import { findChromium } from '../e2e/chromium.ts'
import { buildConsole } from './console.ts'
import { checks } from './checks.ts'
import { run, runSteps } from './run.ts'

/** Everything: format, lint, types, unit and integration, and the whole stack in a real Chromium. */
await runSteps([
  ...checks,
  ['unit and integration', () => run('vitest', ['run'])],
  ['console build', () => buildConsole()],
  [
    'end to end',
    async () => run('@playwright/test', ['test'], { of: 'e2e', env: { CHROMIUM_PATH: await findChromium() } }),
  ],
])
