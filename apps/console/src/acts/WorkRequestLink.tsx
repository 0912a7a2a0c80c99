import type { Action } from '@gatehouse/contract'
import { Link } from 'react-router'
import { workRequestPath } from '../states/activity-words.ts'

/** A link to the work request of an act. Renders nothing without one. */
export function WorkRequestLink({ action }: { action: Action }) {
  const path = workRequestPath(action)
  if (path === undefined) return null
  return (
    <Link to={path} className="link">
      Work request
    </Link>
  )
}
