/**
 * Loaded into a process before its own code (`--import`), so that memory, processor time and the delay of the event loop
 * are that process's alone. Answers each message over the channel to its parent with what was measured since the last.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Probed {
  elapsedMs: number
  /** Processor time, all threads. */
  processorMs: number
  /** How much later than due the event loop came to its timers. */
  delay: { p99Ms: number; maxMs: number }
  residentBytes: number
  /** The most since the process began. */
  mostResidentBytes: number
}

/** The histogram holds the time between two of its timers, so an idle event loop shows this much. */
const resolutionMs = 10

const histogram = monitorEventLoopDelay({ resolution: resolutionMs })
histogram.enable()
let since = { atMs: performance.now(), processor: process.cpuUsage() }

function probe(): Probed {
  const { user, system } = process.cpuUsage(since.processor)
  const delayOf = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolutionMs)
  const probed = {
    elapsedMs: performance.now() - since.atMs,
    processorMs: (user + system) / 1000,
    delay: { p99Ms: delayOf(histogram.percentile(99)), maxMs: delayOf(histogram.max) },
    residentBytes: process.memoryUsage.rss(),
    mostResidentBytes: process.resourceUsage().maxRSS * 1024,
  }
  since = { atMs: performance.now(), processor: process.cpuUsage() }
  histogram.reset()
  return probed
}

process.on('message', () => process.send?.(probe()))
// the process ends as if there were no listener, and with the bench if that is ended
process.channel?.unref()
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
