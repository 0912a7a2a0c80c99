import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.ts'

const dist = join(root, 'apps/console/dist')
const stamp = join(dist, '.inputs')
const inputs = [
  'apps/console/{index.html,package.json,vite.config.ts}',
  'apps/console/{src,public}/**/*',
  'pnpm-lock.yaml',
]

/** Builds the console into apps/console/dist, unless what is there was built from these very files. */
export async function buildConsole() {
  const fingerprint = fingerprintOf(globSync(inputs, { cwd: root, withFileTypes: true }))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return
  await run('vite', ['build'], { of: 'apps/console' })
  writeFileSync(stamp, fingerprint)
}

function fingerprintOf(entries: { isFile(): boolean; parentPath: string; name: string }[]): string {
  const hash = createHash('sha256')
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const file of files.sort())
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
