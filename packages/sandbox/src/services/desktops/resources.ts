import type { Desktops } from '@gatehouse/oci-api'
import type { DesktopPoolRow, DesktopRow } from '../../world/world.ts'

type ActionType = Desktops.ActionType

/** The pool as a work request names it. Terraform looks for `desktoppool` in the entity type. */
export const poolResource = ({ id }: Pick<DesktopPoolRow, 'id'>, actionType: ActionType) => ({
  entityType: 'desktoppool',
  actionType,
  identifier: id,
  entityUri: `/20220618/desktopPools/${id}`,
})

export const desktopResource = ({ id }: Pick<DesktopRow, 'id'>, actionType: ActionType) => ({
  entityType: 'desktop',
  actionType,
  identifier: id,
  entityUri: `/20220618/desktops/${id}`,
})
