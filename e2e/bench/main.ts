import { availableParallelism } from 'node:os'
import { buildConsole } from '../../scripts/console.ts'
import { benchClient } from './client.ts'
import { benchConsoleSize } from './console.ts'
import { benchDecisions } from './decisions.ts'
import { benchInventory } from './inventory.ts'
import { benchListRoute } from './list-route.ts'
import { benchPages } from './pages.ts'
import { benchSandbox } from './sandbox.ts'
import { benchWatchers } from './watchers.ts'
import { benchWindows } from './windows.ts'

/**
 * `pnpm bench [name…]`: measurements of one run on this machine; the ratios travel, the absolute numbers do not. Without
 * names, all but those of a large world, which take minutes.
 */
const benches = {
  client: benchClient,
  'list-route': benchListRoute,
  decisions: benchDecisions,
  watchers: benchWatchers,
  sandbox: benchSandbox,
  'console-size': benchConsoleSize,
  pages: benchPages,
}

const benchesAtSize = {
  inventory: benchInventory,
  windows: benchWindows,
}

const all = { ...benches, ...benchesAtSize }

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in all))
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}.`)
  process.exit(1)
}

await buildConsole()
console.log(`Node ${process.version}, ${availableParallelism()} cores\n`)
for (const [name, bench] of Object.entries(asked.length > 0 ? all : benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  for (const row of await bench()) {
    console.log(
      `${row.name}\n  ${row.value}${row.aim ? `  (aim ${row.aim})` : ''}${row.detail ? `  — ${row.detail}` : ''}`,
    )
  }
}
process.exit(0)
