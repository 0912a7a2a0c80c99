import {
  ArrowDown,
  ArrowUp,
  CircleAlert,
  CirclePause,
  CircleStop,
  Clock3,
  Filter,
  Pause,
  Play,
  Radio,
  RefreshCw,
  Unplug,
  WifiOff,
  WrapText,
} from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Badge } from '../Badge.tsx'
import { Button, IconButton } from '../Button.tsx'
import { plural } from '../in-words.ts'
import type { Tone } from '../tones.ts'
import type { LogPreferences, LogTimes } from './preferences.ts'

/** The state of a log, shown in the toolbar and never printed into the log. */
export type LogMood = 'live' | 'paused' | 'polling' | 'reconnecting' | 'offline' | 'ended'

const moods: Record<LogMood, { tone: Tone; word: string; icon: ReactNode; tip: string }> = {
  live: {
    tone: 'good',
    word: 'Live',
    icon: <Radio aria-hidden className="size-3.5" />,
    tip: 'New lines appear as they arrive.',
  },
  paused: {
    tone: 'warn',
    word: 'Paused',
    icon: <CirclePause aria-hidden className="size-3.5" />,
    tip: 'New lines are counted. Go live to see them.',
  },
  polling: {
    tone: 'warn',
    word: 'Polling',
    icon: <RefreshCw aria-hidden className="size-3.5" />,
    tip: 'Live updates are blocked. The log is read again by timer, without losing a line.',
  },
  offline: {
    tone: 'bad',
    word: 'Offline',
    icon: <WifiOff aria-hidden className="size-3.5" />,
    tip: 'Gatehouse cannot be reached. The log resumes without losing a line.',
  },
  reconnecting: {
    tone: 'warn',
    word: 'Reconnecting',
    icon: <Unplug aria-hidden className="size-3.5" />,
    tip: 'Connection lost. The log resumes without losing a line.',
  },
  ended: {
    tone: 'plain',
    word: 'Ended',
    icon: <CircleStop aria-hidden className="size-3.5" />,
    tip: 'The work has ended. The log is complete.',
  },
}

const timeNames: Record<LogTimes, string> = {
  local: 'Local time',
  utc: 'UTC',
  elapsed: 'Since start',
  none: 'No timestamps',
}

interface LogToolbarProps {
  mood: LogMood
  paused: boolean
  onPause: () => void
  onResume: () => void
  search: RefObject<HTMLInputElement | null>
  words: string
  onWords: (words: string) => void
  onlyMatches: boolean
  onOnlyMatches: (only: boolean) => void
  /** Which match is the current one, from 1; 0 for none of them. */
  position: number
  matches: number
  onStep: (direction: 1 | -1) => void
  errors: number
  onNextError: () => void
  preferences: LogPreferences
  onPreferences: (patch: Partial<LogPreferences>) => void
  actions?: ReactNode
}

export function LogToolbar({
  mood,
  paused,
  onPause,
  onResume,
  search,
  words,
  onWords,
  onlyMatches,
  onOnlyMatches,
  position,
  matches,
  onStep,
  errors,
  onNextError,
  preferences,
  onPreferences,
  actions,
}: LogToolbarProps) {
  const { tone, word, icon, tip } = moods[mood]
  const searching = words.trim() !== ''
  return (
    <div role="toolbar" aria-label="Log" className="flex flex-wrap items-center gap-2 border-b border-line p-2">
      <Badge tone={tone} icon={icon} tip={tip}>
        {word}
      </Badge>
      {mood !== 'ended' && (
        <Button
          size="small"
          tone="bare"
          icon={paused ? <Play aria-hidden className="size-3.5" /> : <Pause aria-hidden className="size-3.5" />}
          onClick={paused ? onResume : onPause}
        >
          {paused ? 'Go live' : 'Pause'}
        </Button>
      )}
      <div className="flex min-w-48 grow items-center gap-1 sm:max-w-80">
        <input
          ref={search}
          type="search"
          aria-label="Search the log"
          placeholder="Search the log"
          value={words}
          onChange={(event) => onWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1)
            if (event.key === 'Escape') onWords('')
          }}
          className="field min-h-7 py-0.5 text-sm"
        />
      </div>
      {searching && (
        <>
          <span aria-live="polite" className="text-sm whitespace-nowrap text-text-soft tabular-nums">
            {matches === 0 ? 'No matches' : `${position || '–'} of ${matches.toLocaleString('en')}`}
          </span>
          <IconButton size="small" label="Previous match" onClick={() => onStep(-1)}>
            <ArrowUp aria-hidden className="size-3.5" />
          </IconButton>
          <IconButton size="small" label="Next match" onClick={() => onStep(1)}>
            <ArrowDown aria-hidden className="size-3.5" />
          </IconButton>
          <IconButton
            size="small"
            label="Show matching lines only"
            aria-pressed={onlyMatches}
            onClick={() => onOnlyMatches(!onlyMatches)}
            className="aria-pressed:bg-accent-soft aria-pressed:text-accent"
          >
            <Filter aria-hidden className="size-3.5" />
          </IconButton>
        </>
      )}
      <span className="grow" />
      <Button
        size="small"
        tone="bare"
        icon={<CircleAlert aria-hidden className="size-3.5" />}
        blocked={errors === 0 ? 'No errors in this log' : undefined}
        onClick={onNextError}
        data-tip="Next error (e)"
      >
        {plural(errors, 'error')}
      </Button>
      <IconButton
        size="small"
        label="Wrap long lines"
        aria-pressed={preferences.wrap}
        onClick={() => onPreferences({ wrap: !preferences.wrap })}
        className="aria-pressed:bg-accent-soft aria-pressed:text-accent"
      >
        <WrapText aria-hidden className="size-3.5" />
      </IconButton>
      <label className="flex items-center gap-1 text-sm text-text-soft">
        <Clock3 aria-hidden className="size-3.5" />
        <span className="sr-only">Timestamps</span>
        <select
          value={preferences.times}
          onChange={(event) =>
            onPreferences({ times: event.target.value as LogTimes /* the options are its values */ })
          }
          className="h-7 rounded-control border border-transparent bg-transparent pe-1 text-sm hover:bg-hover pointer-coarse:h-11"
        >
          {Object.entries(timeNames).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {actions}
    </div>
  )
}
