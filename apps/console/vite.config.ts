import { readFile, readdir, writeFile } from 'node:fs/promises'
import { resolve, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv, type Plugin } from 'vite'

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, import.meta.dirname, 'GATEHOUSE_')
  const bff = env['GATEHOUSE_BFF_URL'] ?? 'http://127.0.0.1:7070'

  return {
    root: import.meta.dirname,
    plugins: [react({ compiler: true }), tailwindcss(), acyclic(), compressed()],
    server: { proxy: { '/api': { target: bff, changeOrigin: false } } },
    worker: { format: 'es' },
    build: {
      // light-dark() and oklch() as they are, without fallbacks
      target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
      // the policy of the pages allows no `data:` and no inline script
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          // what changes only with a dependency stays in the browser's cache when the console changes
          codeSplitting: {
            groups: [
              { name: 'vendor', test: vendor, priority: 10 },
              { name: 'start', tags: ['$initial'], priority: 5 },
              { name: 'basics', minShareCount: mostPages, priority: 4 },
              { name: 'acts', test: acts, priority: 3 },
              // a page asks for a handful of files and not for one of each icon: on a phone each costs a trip
              { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 24_000 },
            ],
          },
          // else a shared chunk is named after all who share it
          chunkFileNames: ({ name }) => `assets/${name.startsWith('shared~') ? 'shared' : name}-[hash].js`,
        },
      },
    },
  }
})

/** What every page needs. */
const vendor = /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(react-query|query-core))\//

/** What so many parts share is needed at once: it is one chunk, and those below import it and not one another. */
const mostPages = 10

/** What rooms share about acts. */
const acts = /apps\/console\/src\/acts\//

/** Fails a build whose chunks import one another: a module could run before what it needs is there. */
function acyclic(): Plugin {
  return {
    name: 'acyclic',
    apply: 'build',
    generateBundle(_options, bundle) {
      const visit = (name: string, path: readonly string[]) => {
        if (path.includes(name)) this.error(`Chunks import one another: ${[...path, name].join(' > ')}`)
        const chunk = bundle[name]
        if (chunk?.type !== 'chunk' || done.has(name)) return
        for (const each of chunk.imports) visit(each, [...path, name])
        done.add(name)
      }
      const done = new Set<string>()
      for (const name of Object.keys(bundle)) visit(name, [])
    },
  }
}

/** Lays a .br and a .gz beside every text, pressed once as hard as it goes, for the server to send as they are. */
function compressed(): Plugin {
  let folder = ''
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir)
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        const files = await readdir(folder, { recursive: true, withFileTypes: true })
        const texts = files.filter((file) => file.isFile() && /\.(js|css|html|svg)$/.test(file.name))
        for (const { parentPath, name } of texts) {
          const path = join(parentPath, name)
          const content = await readFile(path)
          await writeFile(`${path}.br`, brotliCompressSync(content))
          await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }))
        }
      },
    },
  }
}
