/** Calls the listener. What it throws becomes a warning of the process, so that it cannot fail the call. */
export function announce<Event>(listener: ((event: Event) => void) | undefined, event: Event): void {
  try {
    listener?.(event)
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error))
  }
}
