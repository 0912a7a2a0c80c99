import { readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { generate } from './generator.ts'

/** Rewrites src/generated from data/. Run it as `pnpm generate`, which formats the result too. */
const at = (path: string) => new URL(path, import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(at(`../data/${name}.json`), 'utf8'))

mkdirSync(at('../src/generated/'), { recursive: true })
for (const [name, text] of Object.entries(generate(read))) writeFileSync(at(`../src/generated/${name}`), text)
