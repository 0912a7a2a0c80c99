import { run } from './run.ts'

/** The quick part: what reads the code without running it. */
export const checks: [string, () => Promise<unknown>][] = [
  ['format', () => run('oxfmt', ['--check', '.'])],
  ['lint', () => run('oxlint', ['--type-aware', '--deny-warnings'])],
  ['types', () => run('typescript', ['-b'])],
]
