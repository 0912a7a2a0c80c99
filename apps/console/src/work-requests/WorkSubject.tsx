import type { WorkRequest } from '@gatehouse/contract'
import { useNames } from './use-names.ts'
import { workSubject } from '../states/work-subject.ts'

/** What it works on: by name where it is known, else by its short id. */
export function WorkSubject({ workRequest }: { workRequest: WorkRequest }) {
  const names = useNames()
  return workSubject(workRequest, names) || 'unnamed resource'
}
