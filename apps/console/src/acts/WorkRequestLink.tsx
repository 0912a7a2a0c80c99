import type { Action } from '@gatehouse/contract'
import { Link } from 'react-router'
import { workRequestPath } from '../states/activity-words.ts'

/** To the work of an act. Nothing when it has none. */
export function WorkRequestLink({ action }: { action: Action }) {
  const path = workRequestPath(action)
  if (path === undefined) return null
  return (
    <Link to={path} className="link">
      Work request
    </Link>
  )
}
