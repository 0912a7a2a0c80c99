import type { AccessRequestRow, User } from '../../world/world.ts'
import type { Effect } from './effect.ts'
import { stateOf } from './lifecycle.ts'
import { told } from './wording.ts'

interface Comment {
  approverComment?: string
}

/** Ends the request, or only the extension it waits for. */
export function rejection(row: AccessRequestRow, user: User, details: Comment): Effect {
  const isExtension = stateOf(row) === 'EXTENDING'
  return {
    to: isExtension ? 'EXTENSIONREJECTED' : 'REJECTED',
    note: {
      by: user.id,
      description: told(
        isExtension ? 'Extension rejected, access ends as granted before' : 'Rejected',
        details.approverComment,
      ),
      ...(isExtension ? { duration: row.wire.extendDuration } : {}),
      patch: commented(row, details),
    },
  }
}

export const revocation = (row: AccessRequestRow, user: User, details: Comment): Effect => ({
  to: 'REVOKING',
  note: {
    by: user.id,
    description: told('Revoked, sessions are being ended', details.approverComment),
    patch: commented(row, details),
  },
})

export const reviewing = (row: AccessRequestRow, user: User, details: Comment): Effect => ({
  to: 'INREVIEW',
  note: {
    by: user.id,
    description: told('Taken into review', details.approverComment),
    patch: commented(row, details),
  },
})

export const asking = (user: User, message: string): Effect => ({
  to: 'MOREINFO',
  note: { by: user.id, description: told('More information asked for', message) },
})

const commented = (row: AccessRequestRow, { approverComment }: Comment) => ({
  approverComment: approverComment ?? row.wire.approverComment,
})
