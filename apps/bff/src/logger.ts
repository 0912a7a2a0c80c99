import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino'
import pretty from 'pino-pretty'
import type { LogLevel } from './config.ts'

/** Paths that are removed from every log line. */
const secrets = ['authorization', 'cookie', 'password', 'set-cookie', 'pass_phrase', 'key_content', 'privateKey']

const paths = secrets.flatMap((name) => {
  const step = `["${name}"]`
  return [step, `*${step}`, `*.*${step}`, `req.headers${step}`, `res.headers${step}`]
})

/** Logs JSON lines, or readable text on a terminal. */
export function createLogger(level: LogLevel, stream?: DestinationStream): Logger {
  const options: LoggerOptions = { level, redact: { paths, censor: '[secret]' } }
  if (stream) return pino(options, stream)
  if (!process.stdout.isTTY) return pino(options)
  return pino(options, pretty({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }))
}
