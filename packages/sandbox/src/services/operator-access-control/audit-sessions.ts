import type { AccessRequestRow } from '../../world/world.ts'
import { findAction } from './action-catalogue.ts'
import { constant } from './dice.ts'

/** One login of the operator, with what was run in it. Times are RFC 3339. */
export interface Session {
  node: string
  /** The temporary user. */
  user: string
  from: string
  to: string
  pid: number
  commands: { at: string; as: 'root' | 'operator'; line: string; exit: number; pid: number }[]
}

/** The logins between two moments, one to a node; the same for the same request, since nothing of it is kept. */
export function sessionsOf({ id, wire }: AccessRequestRow, fromMs: number, toMs: number): Session[] {
  const nodes = wire.subResourceList ?? []
  const spanMs = (toMs - fromMs) / Math.max(1, nodes.length)
  const user = `opctl${Math.floor(constant(id, 'user') * 90_000) + 10_000}`
  return nodes.map((node, place) => {
    const startMs = fromMs + place * spanMs
    const at = (share: number) => new Date(startMs + share * spanMs).toISOString()
    const pid = 4000 + Math.floor(constant(id, node, 'pid') * 50_000)
    const lines = (wire.actionRequestsList ?? []).flatMap((name) => {
      const action = findAction(name)
      return (action?.commands ?? []).map((line) => ({
        line,
        as: action?.root ? ('root' as const) : ('operator' as const),
      }))
    })
    return {
      node,
      user,
      from: at(0.05),
      to: at(0.95),
      pid,
      commands: lines.map(({ line, as }, number) => ({
        at: at(0.1 + (0.8 * (number + constant(id, node, number))) / (lines.length + 1)),
        as,
        line,
        // now and then a command finds nothing
        exit: constant(id, node, line) < 0.1 ? 1 : 0,
        pid: pid + 7 + number * 3,
      })),
    }
  })
}

/** The processes of all sessions, each under what started it. */
export function processTree(sessions: readonly Session[]): string {
  return sessions
    .flatMap(({ node, user, pid, commands }) => [
      node,
      `└─ sshd(${pid}) ${user}`,
      `   └─ bash(${pid + 2})`,
      ...commands.map((command, place) => {
        const branch = place === commands.length - 1 ? '└─' : '├─'
        return `      ${branch} ${command.line.split(' ')[0]}(${command.pid}) ${command.as} ${command.at}`
      }),
    ])
    .join('\n')
}
