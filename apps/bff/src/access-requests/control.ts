import type { RequestedAction } from '@gatehouse/contract'
import type { DelegateAccessControl, OperatorAccessControl } from '@gatehouse/oci-api'
import type { CataloguedAction } from './action-catalogue.ts'

/** What governs an access request, as far as a decision needs it. */
export interface Control {
  id: string
  name: string
  approvalsRequired: number | null
  systemMessage: string | null
  /** Whether it approves the action without asking anybody. */
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
 * What is asked for, with Oracle's text and whether the control lets it pass: the one that it does not is why somebody
 * has to decide. `known` is null when the catalogue could not be read.
 */
export function toRequestedActions(
  asked: readonly string[],
  known: readonly (CataloguedAction | null)[] | null,
  control: Control | null,
): RequestedAction[] {
  return asked.map((nameOrId, place) => {
    const action = known?.[place] ?? null
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
