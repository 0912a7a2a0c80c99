import { CopyButton } from '../ui/CopyButton.tsx'

/** OCI's request id, to copy. Renders nothing without one. */
export const OpcRequestId = ({ id }: { id: string | null }) =>
  id !== null && (
    <p className="flex max-w-full items-center gap-1 text-sm text-text-soft">
      <span className="shrink-0">opc-request-id</span>
      <code data-tip={id} className="truncate font-mono">
        {id}
      </code>
      <CopyButton text={id} label="Copy opc-request-id" />
    </p>
  )
