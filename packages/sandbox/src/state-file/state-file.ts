import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { WrittenState } from '../server/state.ts'
import { faultIn } from './check.ts'

/** To be raised when what stands in the file changes its meaning, with a way to read the one before. */
const version = 1

const format = 'gatehouse-sandbox-state'

/**
 * What the sandbox left in the file; undefined when there is no such file yet. Throws an Error whose message says what
 * is wrong with it and what to do.
 */
export async function readStateFile(file: string): Promise<WrittenState | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new Error(`The state file ${file} cannot be read: ${error.message}.`, { cause: error })
  })
  if (text === undefined) return undefined
  const content = parsed(text)
  const wrong = whatIsWrong(content)
  if (wrong === undefined) return (content as { state: WrittenState }).state // as just checked
  throw new Error(
    `The state file ${file} is not usable: ${wrong}. Put another in its place, or delete it and the sandbox begins with a fresh world.`,
  )
}

/**
 * Puts it there in one piece: a reader finds either what was there before or all of this, whatever happens in between.
 * The file is for its owner only (0600).
 */
export async function writeStateFile(file: string, state: WrittenState): Promise<void> {
  // the world changes while files are written, so that it becomes text first
  const text = `${JSON.stringify({ format, version, savedAt: new Date().toISOString(), state })}\n`
  const draft = `${resolve(file)}.${process.pid}.draft`
  try {
    await mkdir(dirname(draft), { recursive: true })
    const handle = await open(draft, 'w', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`The state file ${file} cannot be written: ${reason}.`, { cause: error })
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function whatIsWrong(content: unknown): string | undefined {
  if (typeof content !== 'object' || content === null) return 'it holds no JSON, or only a part of it'
  const { format: itsFormat, version: itsVersion, state } = content as Record<string, unknown> // an object, as just seen
  if (itsFormat !== format) return 'it was not written by the sandbox'
  if (itsVersion !== version) return `it is of version ${String(itsVersion)}, and this sandbox reads version ${version}`
  return faultIn(state)
}
