import { CopyButton } from './CopyButton.tsx'
import { useInRow } from './row-context.ts'
import { shortenOcid } from './shorten-ocid.ts'

/** An OCID shortened in the middle: whole on hover and focus, and whole when copied. */
export function Ocid({ id }: { id: string }) {
  const inRow = useInRow()
  return (
    <span className="inline-flex max-w-full items-center gap-0.5">
      <code
        data-tip={id}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the whole id must be reachable without a pointer
        tabIndex={inRow ? undefined : 0}
        className="truncate rounded-small font-mono text-sm text-text-soft"
      >
        {shortenOcid(id)}
      </code>
      {!inRow && <CopyButton text={id} label="Copy OCID" />}
    </span>
  )
}
