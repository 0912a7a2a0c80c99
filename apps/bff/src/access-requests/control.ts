import type { RequestedAction } from '@gatehouse/contract'
import type { DelegateAccessControl, OperatorAccessControl } from '@gatehouse/oci-api'
import type { CataloguedAction } from './action-catalogue.ts'

/** The control of an access request, with the members that a decision needs. */
export interface Control {
  id: string
  name: string
  approvalsRequired: number | null
  systemMessage: string | null
  /** Whether the control approves the action automatically. */
  preApproves(nameOrId: string): boolean
}

export const fromOperatorControl = (wire: OperatorAccessControl.OperatorControl): Control => ({
  id: wire.id,
  name: wire.operatorControlName,
  approvalsRequired: wire.numberOfApprovers ?? null,
  systemMessage: wire.systemMessage ?? null,
  preApproves: (nameOrId) =>
    wire.isFullyPreApproved === true || (wire.preApprovedOpActionList ?? []).includes(nameOrId),
})

export const fromDelegationControl = (wire: DelegateAccessControl.DelegationControl): Control => ({
  id: wire.id,
  name: wire.displayName,
  approvalsRequired: wire.numApprovalsRequired ?? null,
  systemMessage: null,
  preApproves: (nameOrId) => (wire.preApprovedServiceProviderActionNames ?? []).includes(nameOrId),
})

/**
 * The requested actions, with Oracle's text and whether the control approves each automatically. `catalogued` is null when
 * the catalogue could not be read.
 */
export function toRequestedActions(
  requested: readonly string[],
  catalogued: readonly (CataloguedAction | null)[] | null,
  control: Control | null,
): RequestedAction[] {
  return requested.map((nameOrId, index) => {
    const action = catalogued?.[index] ?? null
    const names = action ? [nameOrId, action.id, action.name] : [nameOrId]
    return {
      name: action?.name ?? nameOrId,
      displayName: action?.displayName ?? null,
      layer: action?.layer ?? null,
      description: action?.description ?? null,
      sshAllowed: action?.sshAllowed ?? null,
      preApproved: control ? names.some((name) => control.preApproves(name)) : null,
      properties: action?.properties ?? [],
    }
  })
}
