import type { WorkRequest } from '@gatehouse/contract'
import { useNames } from './use-names.ts'
import { workSubject } from '../states/work-subject.ts'

/** The target of the work request: its name, or its shortened id. */
export function WorkSubject({ workRequest }: { workRequest: WorkRequest }) {
  const names = useNames()
  return workSubject(workRequest, names) || 'unnamed resource'
}
