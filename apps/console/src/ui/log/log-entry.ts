/** One line of a log, as its archive has it. */
export interface LogEntry {
  /** Names the line for ever. */
  sequence: number
  /** From 1, without a hole while nothing is missing. */
  number: number
  /** RFC 3339. */
  at: string
  kind: 'log' | 'error'
  /** Of an error. */
  code: string | null
  text: string
}
