import type { Desktop } from '@gatehouse/contract'
import { plural } from '../ui/in-words.ts'
import { Notice } from '../ui/Notice.tsx'

interface DeleteQuestionProps {
  desktops: readonly Desktop[]
  /** How many users are disconnected. */
  title: string
}

/** What a delete removes, and what it keeps. */
export function DeleteQuestion({ desktops, title }: DeleteQuestionProps) {
  const owned = desktops.filter(({ userName }) => userName !== null).length
  return (
    <Notice tone="bad" title={title}>
      {desktops.length === 1 ? 'Its instance is' : 'Their instances are'} deleted. This cannot be undone.{' '}
      {owned > 0 && keptWords(owned)}
    </Notice>
  )
}

const keptWords = (owned: number) =>
  owned === 1 ? "The user's volume is kept." : `The volumes of ${plural(owned, 'user')} are kept.`
