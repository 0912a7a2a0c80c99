import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import type { FormatOptions } from 'oxfmt'
import { format } from 'oxfmt'
import { describe, expect, test } from 'vitest'
import { generate } from '../scripts/generator.ts'

const at = (path: string) => new URL(path, import.meta.url)
const read = (name: string): unknown => JSON.parse(readFileSync(at(`../data/${name}.json`), 'utf8'))

/** The workspace's own format, without what concerns only the command line. */
function formatOptions(): FormatOptions {
  const {
    $schema: _schema,
    ignorePatterns: _ignored,
    ...options
  } = JSON.parse(readFileSync(at('../../../.oxfmtrc.json'), 'utf8'))
  return options
}

describe('src/generated follows from data/', () => {
  const generated = Object.entries(generate(read))

  test('it holds the generated files and no others', async () => {
    expect((await readdir(at('generated/'))).sort()).toEqual(generated.map(([name]) => name).sort())
  })

  test.each(generated)('%s is what the generator writes', async (name, text) => {
    const { code, errors } = await format(name, text, formatOptions())
    expect(errors).toEqual([])
    expect(await readFile(at(`generated/${name}`), 'utf8')).toBe(code)
  })
})
