import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs a package's command with this very Node, so that nothing depends on what the host calls `node` or `pnpm`.
 * `of` is the workspace that has the package. Rejects when it ends with anything but 0.
 */
export async function run(name: string, args: string[], options: { of?: string; env?: NodeJS.ProcessEnv } = {}) {
  const workspace = join(root, options.of ?? '.')
  await runNode([commandOf(name, workspace), ...args], { cwd: options.of ? workspace : root, env: options.env })
}

/** Runs a script of ours, or a command's file, in a process of its own that ends with this one. */
export function runNode(args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: 'inherit',
  })
  const pass = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  return new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      if (code === 0) resolve()
      else reject(new Error(`${args[0]} ended with ${signal ?? `code ${code}`}`))
    })
  })
}

/** The file behind a package's command of the same name. */
function commandOf(name: string, workspace: string): string {
  const folder = join(workspace, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const file = typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0])
  if (!file) throw new Error(`${name} has no command (looked in ${dirname(folder)})`)
  return join(folder, file)
}

/** Runs steps one after another, saying which and how long; the first that fails ends it all. */
export async function runSteps(steps: [name: string, step: () => Promise<unknown>][]) {
  for (const [name, step] of steps) {
    const startedAt = performance.now()
    console.log(`\n▸ ${name}`)
    try {
      await step()
    } catch (error) {
      console.error(`\n✗ ${name}: ${error instanceof Error ? error.message : String(error)}`)
      process.exit(1)
    }
    console.log(`✓ ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`)
  }
}
