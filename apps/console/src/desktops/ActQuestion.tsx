import type { Desktop } from '@gatehouse/contract'
import type { ReactNode } from 'react'
import { plural } from '../ui/in-words.ts'
import { Notice } from '../ui/Notice.tsx'
import { DeleteQuestion } from './DeleteQuestion.tsx'
import type { DesktopAct } from './desktop-acts.ts'

/** The consequences of an act for desktops and users. Renaming has none. */
export const ActQuestion = ({ act, desktops }: { act: DesktopAct; desktops: readonly Desktop[] }) =>
  questions[act](desktops)

const questions: Record<DesktopAct, (desktops: readonly Desktop[]) => ReactNode> = {
  start: (desktops) => (
    <p>
      {plural(desktops.length, 'desktop')} will run, and be billed, until{' '}
      {desktops.length === 1 ? 'it is stopped' : 'they are stopped'}.
    </p>
  ),
  'shut-down': (desktops) => (
    <Notice tone={connectedTo(desktops) > 0 ? 'bad' : 'warn'} title={cutOffTitle(desktops)}>
      {leftSessions(desktops)}
      The operating system is asked to shut down so that programs can save. A desktop that does not respond keeps
      running.
    </Notice>
  ),
  'power-off': (desktops) => (
    <Notice tone="bad" title={cutOffTitle(desktops)}>
      {leftSessions(desktops)}
      Power is cut immediately. Nothing is saved, and files being written may be corrupted.
    </Notice>
  ),
  rename: () => null,
  delete: (desktops) => <DeleteQuestion desktops={desktops} title={cutOffTitle(desktops)} />,
}

/** How many users are connected. */
export const connectedTo = (desktops: readonly Desktop[]) => desktops.filter(({ isConnected }) => isConnected).length

function cutOffTitle(desktops: readonly Desktop[]) {
  const connected = connectedTo(desktops)
  return connected === 0 ? 'No one is connected' : `${plural(connected, 'user')} will be disconnected immediately`
}

function leftSessions(desktops: readonly Desktop[]) {
  const left = desktops.filter(({ session }) => session === 'disconnected').length
  return left > 0 && `${plural(left, 'disconnected user')} cannot return to an open session. `
}
