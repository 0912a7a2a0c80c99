export interface LogLine {
  level: 'error' | 'warn' | 'info'
  details: unknown
  message: string
}

/** A log that keeps its lines. */
export function memoryLog() {
  const lines: LogLine[] = []
  const at = (level: LogLine['level']) => (details: unknown, message: string) =>
    void lines.push({ level, details, message })
  return {
    lines,
    log: { error: at('error'), warn: at('warn'), info: at('info') },
    /** The messages of a level. */
    messages: (level: LogLine['level']) => lines.filter((line) => line.level === level).map(({ message }) => message),
  }
}
