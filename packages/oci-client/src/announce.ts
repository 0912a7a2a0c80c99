/** Tells whoever watches; what they throw becomes a warning of the process, and does not touch the call. */
export function announce<Event>(watcher: ((event: Event) => void) | undefined, event: Event): void {
  try {
    watcher?.(event)
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error))
  }
}
