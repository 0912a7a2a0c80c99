import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'

/** A head of the chain from a copy outside of the store. */
export interface AnchoredHead {
  sequence: number
  hash: string
  /** Its source, for error sentences: `line 3 of /mnt/anchor.jsonl`. */
  source: string
}

export interface Anchors {
  heads: AnchoredHead[]
  /** A sentence for each line that is not a head. */
  faults: string[]
}

/** An anchor cannot be read; the message is a sentence. */
export class AnchorError extends Error {
  override name = 'AnchorError'
}

const Line = Compile(
  Type.Object({ sequence: Type.Integer({ minimum: 1 }), hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
)

/** Reads `number:hash`, or a file of JSON lines as GATEHOUSE_LEDGER_ANCHOR writes it. Throws an AnchorError. */
export async function readAnchors(text: string): Promise<Anchors> {
  const [, sequence, hash] = /^(\d+):([0-9a-f]{64})$/i.exec(text) ?? []
  if (sequence !== undefined && hash !== undefined)
    return { heads: [{ sequence: Number(sequence), hash: hash.toLowerCase(), source: '--anchor' }], faults: [] }
  const anchors: Anchors = { heads: [], faults: [] }
  try {
    let number = 0
    for await (const line of createInterface({ input: createReadStream(text, 'utf8'), crlfDelay: Infinity })) {
      number += 1
      const source = `line ${number} of ${text}`
      const head = parseLine(line)
      if (head) anchors.heads.push({ sequence: head.sequence, hash: head.hash, source })
      else if (line.trim() !== '') anchors.faults.push(`${source} is not an anchor: {"sequence":…,"hash":"…"}.`)
    }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
    throw new AnchorError(
      `The anchor "${text}" cannot be read (${code}). Give a file of anchors, or a row's number and hash as number:hash.`,
      { cause },
    )
  }
  return anchors
}

function parseLine(line: string): { sequence: number; hash: string } | null {
  try {
    const value: unknown = JSON.parse(line)
    return Line.Check(value) ? value : null
  } catch {
    return null
  }
}
