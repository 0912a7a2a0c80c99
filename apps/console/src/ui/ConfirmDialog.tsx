import { useEffect, useId, useRef, type ReactNode } from 'react'
import { ActError } from './ErrorState.tsx'
import { Button, type ButtonTone } from './Button.tsx'

interface ConfirmDialogProps {
  open: boolean
  onClose: () => void
  /** The question: "Stop pool east?" */
  title: string
  /** Names the effect: "Stop 12 pools". Null for a dialog without a confirm button. */
  action: string | null
  /** The label of the dismiss button: "Cancel" before anything was sent, "Close" afterwards. */
  dismiss?: string
  /** `danger` only for acts that disconnect or remove something. */
  tone?: Extract<ButtonTone, 'primary' | 'danger'>
  onConfirm: () => void
  /** Why it cannot be confirmed (yet). */
  blocked?: string | undefined
  /** The act is being sent. The dialog can still be closed. */
  pending?: boolean
  /** The error of the act, shown beside the button. */
  error?: unknown
  /** The consequences, in numbers, and form fields. Mounted only while open. */
  children: ReactNode
}

/** Confirms an act. The browser validates the fields before `onConfirm`. */
export function ConfirmDialog({
  open,
  onClose,
  title,
  action,
  dismiss = 'Cancel',
  tone = 'primary',
  onConfirm,
  blocked,
  pending = false,
  error,
  children,
}: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={() => {
        if (open) onClose()
      }}
      className="floating m-auto max-h-[calc(100dvh-2rem)] w-[min(34rem,calc(100vw-2rem))] flex-col overflow-hidden text-text open:flex open:animate-appear max-sm:mb-0 max-sm:w-full max-sm:max-w-full max-sm:rounded-b-none"
    >
      {open && (
        <form
          className="flex min-h-0 flex-col"
          onSubmit={(event) => {
            event.preventDefault()
            if (action !== null && !pending && blocked === undefined) onConfirm()
          }}
        >
          <h2 id={titleId} className="px-5 pt-5 pb-3 text-lg font-semibold">
            {title}
          </h2>
          <div className="min-h-0 space-y-4 overflow-y-auto px-5 pb-5">{children}</div>
          <footer className="space-y-3 border-t bg-sunken px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
            <ActError error={error} />
            <div className="flex flex-wrap justify-end gap-2">
              <Button onClick={onClose}>{dismiss}</Button>
              {action !== null && (
                <Button type="submit" tone={tone} busy={pending} blocked={blocked}>
                  {action}
                </Button>
              )}
            </div>
          </footer>
        </form>
      )}
    </dialog>
  )
}
