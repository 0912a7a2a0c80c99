import type { Desktop } from '@gatehouse/contract'
import { CheckboxField } from '../ui/Field.tsx'
import { plural } from '../ui/in-words.ts'
import { Notice } from '../ui/Notice.tsx'
import type { DesktopAct } from './desktop-acts.ts'
import { desktopName, sessionOf } from './desktop-state.ts'
import { SessionBadge } from './SessionBadge.tsx'

interface ActQuestionProps {
  act: DesktopAct
  desktops: readonly Desktop[]
  /** Whether the sentence below a power-off is ticked. */
  ticked: boolean
  onTick: (ticked: boolean) => void
}

/** What the act does to these desktops and to whom; cutting the power asks again. */
export function ActQuestion({ act, desktops, ticked, onTick }: ActQuestionProps) {
  const connected = desktops.filter(({ isConnected }) => isConnected).length
  const left = desktops.filter((desktop) => sessionOf(desktop) === 'disconnected').length
  const cutOff = connected === 0 ? 'Nobody is connected' : `${plural(connected, 'user')} will be cut off at once`
  const sessions = left > 0 && `${plural(left, 'disconnected user')} cannot come back to an open session. `
  const until = desktops.length === 1 ? 'it is stopped' : 'they are stopped'
  return (
    <>
      {act === 'start' && (
        <p>
          {plural(desktops.length, 'desktop')} will run, and be billed, until {until}.
        </p>
      )}
      {act === 'shut-down' && (
        <Notice tone={connected > 0 ? 'bad' : 'warn'} title={cutOff}>
          {sessions}
          The operating system is asked to shut down, so that programs can save. A desktop that does not answer keeps
          running.
        </Notice>
      )}
      {act === 'power-off' && (
        <Notice tone="bad" title={cutOff}>
          {sessions}
          The power is cut at once. Nothing is saved, and files that are being written may be damaged.
        </Notice>
      )}
      <ul aria-label="Which desktops" className="divide-y rounded-control border">
        {desktops.map((desktop) => (
          <li key={desktop.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <span className="font-medium wrap-anywhere">{desktopName(desktop)}</span>
            {desktop.userName && <span className="text-text-soft">{desktop.userName}</span>}
            <span className="ms-auto">
              <SessionBadge desktop={desktop} />
            </span>
          </li>
        ))}
      </ul>
      {act === 'power-off' && (
        <CheckboxField
          checked={ticked}
          onChange={({ target }) => onTick(target.checked)}
          label={`I know that unsaved work on ${desktops.length === 1 ? 'this desktop' : `these ${desktops.length} desktops`} is lost.`}
        />
      )}
    </>
  )
}
