import { globSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** Each workspace with tests is a project of that name. */
const workspaces = globSync(['apps/*', 'packages/*'])

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // all of them: otherwise one is left to whoever watches, and nobody does
    maxWorkers: '100%',
    projects: workspaces.map((root) => ({ extends: true, root, test: { name: root.split('/')[1] ?? root } })),
  },
})
