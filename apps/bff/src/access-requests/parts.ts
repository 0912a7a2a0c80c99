import { toProblem } from '../problem.ts'
import type { Control } from './control.ts'

/**
 * Reads the parts of an access request, and collects their errors. A part that cannot be read does not fail the access
 * request itself.
 */
export function openParts() {
  const missing: string[] = []
  let controlProblem: string | null = null

  async function part<T>(name: string, otherwise: T, read: () => Promise<T>): Promise<T> {
    try {
      return await read()
    } catch (error) {
      missing.push(`${name} could not be read: ${toProblem(error).message}`)
      return otherwise
    }
  }

  return {
    async control(read: () => Promise<Control | null>): Promise<Control | null> {
      try {
        return await read()
      } catch (error) {
        controlProblem = toProblem(error).message
        missing.push(`The control could not be read: ${controlProblem}`)
        return null
      }
    },
    actions: <T>(read: () => Promise<T>) => part<T | null>('What Oracle says of the actions', null, read),
    history: <T>(read: () => Promise<T[]>) => part<T[]>('The history', [], read),
    conversation: <T>(read: () => Promise<T[]>) => part<T[]>('The conversation', [], read),
    result: () => ({ missing, controlProblem }),
  }
}
