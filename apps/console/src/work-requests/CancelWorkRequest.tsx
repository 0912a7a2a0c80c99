import type { WorkRequest } from '@gatehouse/contract'
import { X } from 'lucide-react'
import { useState } from 'react'
import { ActDialog } from '../acts/ActDialog.tsx'
import { apart } from '../acts/apart.ts'
import { useActs } from '../acts/use-acts.ts'
import { useOpenAct } from '../acts/use-current-acts.ts'
import { useUser } from '../api/session.ts'
import { operationName } from '../states/work-request-state.ts'
import { Button } from '../ui/Button.tsx'
import { cancelBlocked } from './blocked.ts'
import { cancelWorkRequest } from './queries.ts'
import { WorkRequestStateBadge } from './WorkRequestStateBadge.tsx'
import { WorkSubject } from './WorkSubject.tsx'

const nameOf = ({ operation }: WorkRequest) => `“${operationName(operation)}”`

/** A button that cancels the work request after confirmation. */
export function CancelWorkRequest({ workRequest }: { workRequest: WorkRequest }) {
  const user = useUser()
  const openAct = useOpenAct()
  const [isOpen, setIsOpen] = useState(false)
  const acts = useActs({ act: 'cancelWorkRequest', service: 'desktops', nameOf, send: cancelWorkRequest })
  const blocked = cancelBlocked(workRequest, user) ?? openAct('cancelWorkRequest', workRequest.id)
  const stateOf = () => <WorkRequestStateBadge workRequest={workRequest} />
  return (
    <>
      <Button icon={<X aria-hidden className="size-4" />} blocked={blocked} onClick={() => setIsOpen(true)}>
        Cancel work request
      </Button>
      <ActDialog
        open={isOpen}
        acts={acts}
        verb="cancel"
        past="canceled"
        noun="work request"
        dismiss="Keep running"
        {...apart([workRequest], () => blocked)}
        tone="danger"
        stateOf={stateOf}
        onClose={() => setIsOpen(false)}
      >
        <p>
          OCI stops working on <WorkSubject workRequest={workRequest} /> at {Math.round(workRequest.percentComplete)}%.
          Completed steps are not undone.
        </p>
      </ActDialog>
    </>
  )
}
