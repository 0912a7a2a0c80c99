import { resolve } from 'node:path'
import type { Mistakes } from './mistakes.ts'

/** Reads variables one by one. An empty variable counts as absent, as `NAME=` in a shell or a compose file means it. */
export function environmentReader(env: NodeJS.ProcessEnv, mistakes: Mistakes) {
  const text = (name: string) => env[name]?.trim() || undefined

  return {
    text,

    /** The whole path of a file; null when none is named. */
    path(name: string): string | null {
      const value = text(name)
      return value === undefined ? null : resolve(value)
    },

    integer(name: string, { fallback, min, max }: { fallback: number; min: number; max: number }): number {
      const value = text(name)
      if (value === undefined) return fallback
      const number = Number(value)
      if (/^\d+$/.test(value) && number >= min && number <= max) return number
      mistakes.add(`${name} must be a whole number from ${min} to ${max}, not "${value}".`)
      return fallback
    },

    oneOf<const Value extends string>(name: string, allowed: readonly Value[], fallback: Value): Value {
      const value = text(name)
      if (value === undefined) return fallback
      const found = allowed.find((one) => one === value.toLowerCase())
      if (found === undefined) mistakes.add(`${name} must be one of ${allowed.join(', ')}, not "${value}".`)
      return found ?? fallback
    },

    url(name: string): URL | null {
      const value = text(name)
      if (value === undefined) return null
      const url = URL.parse(value)
      if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username)
        return url
      mistakes.add(`${name} must be an address such as https://gatehouse.example.com, without a path.`)
      return null
    },
  }
}
