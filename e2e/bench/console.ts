import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = join(import.meta.dirname, '../../apps/console/dist')

/** JavaScript that the browser must have before the first page shows: the entry and all that it imports statically. */
export async function benchConsoleSize() {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const entries = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path]) =>
    join(dist, path!),
  )
  const files = new Set<string>()
  const visit = (file: string) => {
    if (files.has(file)) return
    files.add(file)
    const code = readFileSync(file, 'utf8')
    for (const [, path] of code.matchAll(/(?:import|from)\s*"(\.[^"]+\.js)"/g)) visit(resolve(dirname(file), path!))
  }
  entries.forEach(visit)
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
  return [
    {
      name: 'First-load JavaScript of the console, gzip',
      value: `${(bytes / 1000).toFixed(1)} kB`,
      aim: '≤ 120 kB',
      detail: `${files.size} files`,
    },
  ]
}
