import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown } from 'lucide-react'
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { Button } from '../Button.tsx'
import { plural } from '../in-words.ts'
import { LogAnnouncer } from './LogAnnouncer.tsx'
import type { LogEntry } from './log-entry.ts'
import { LogLine } from './LogLine.tsx'
import { findMatches, neighbour, toRows } from './log-rows.ts'
import { LogToolbar, type LogMood } from './LogToolbar.tsx'
import { useLogPreferences } from './preferences.ts'
import { useFollow } from './use-follow.ts'

const lineHeightPx = 24

interface LogProps {
  /** Oldest first. */
  entries: readonly LogEntry[]
  /** Whether more may come, and whether the way it comes by is open. */
  source: Exclude<LogMood, 'paused'>
  /** The lines up to this number were read again, because the archive went back. Null for a log that only grew. */
  rereadTo: number | null
  /** Times can be counted from here. */
  startedAt: string | null
  /** The line a link leads to: the log opens there, paused. */
  line: number | null
  hrefOf: (entry: LogEntry) => string
  onLine: (sequence: number | null) => void
  /** Download buttons and the like, at the end of the toolbar. */
  actions?: ReactNode
  /** Shown instead of lines while there are none. */
  empty: ReactNode
}

/** A log of any length: follows its end while the reader is there, searches itself, links to each line. */
export function Log({ entries, source, rereadTo, startedAt, line, hrefOf, onLine, actions, empty }: LogProps) {
  'use no memo' // the virtualizer is one object that changes inside: memoising by identity would freeze the rows

  const box = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const [preferences, changePreferences] = useLogPreferences()
  const [words, setWords] = useState('')
  const [onlyMatches, setOnlyMatches] = useState(false)
  const [current, setCurrent] = useState<number | null>(line)
  const soughtWords = useDeferredValue(words)

  const matches = useMemo(() => findMatches(entries, soughtWords), [entries, soughtWords])
  const errors = useMemo(
    () => entries.filter(({ kind }) => kind === 'error').map(({ sequence }) => sequence),
    [entries],
  )
  const filtered = onlyMatches && soughtWords.trim() !== ''
  const rows = useMemo(
    () => toRows(entries, { matches: filtered ? new Set(matches) : null, rereadTo }),
    [entries, filtered, matches, rereadTo],
  )

  // oxlint-disable-next-line react/incompatible-library -- this component is not memoized, see above
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => lineHeightPx,
    overscan: 24,
    getItemKey: (index) => {
      const row = rows[index]
      return row?.kind === 'line' ? row.entry.sequence : (row?.key ?? index)
    },
  })
  const count = rows.length
  const scrollToEnd = useCallback(() => {
    if (count > 0) virtualizer.scrollToIndex(count - 1, { align: 'end' })
  }, [virtualizer, count])
  const follow = useFollow(box, rows.length, scrollToEnd, line !== null)

  function show(sequence: number | undefined) {
    if (sequence === undefined) return
    follow.pause()
    setCurrent(sequence)
    const index = rows.findIndex((row) => row.kind === 'line' && row.entry.sequence === sequence)
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'center' })
  }

  // a link can lead to a line that arrives only with the back-fill
  const showLinked = useEffectEvent(() => show(line ?? undefined))
  const linkedIsHere = line !== null && entries.some(({ sequence }) => sequence === line)
  useEffect(() => {
    if (linkedIsHere) showLinked()
  }, [linkedIsHere, line])

  const nextError = () => show(neighbour(errors, current, 1))
  const step = (direction: 1 | -1) => show(neighbour(matches, current, direction))
  const mood: LogMood = source === 'live' && follow.paused ? 'paused' : source

  const keys: Record<string, () => void> = {
    e: nextError,
    n: () => step(1),
    N: () => step(-1),
    l: () => (follow.paused ? follow.resume() : follow.pause()),
    w: () => changePreferences({ wrap: !preferences.wrap }),
    '/': () => search.current?.focus(),
  }

  return (
    <section aria-label="Log" className="panel flex min-h-80 grow flex-col overflow-clip">
      <LogToolbar
        mood={mood}
        paused={follow.paused}
        onPause={follow.pause}
        onResume={follow.resume}
        search={search}
        words={words}
        onWords={setWords}
        onlyMatches={onlyMatches}
        onOnlyMatches={setOnlyMatches}
        position={matches.indexOf(current ?? -1) + 1}
        matches={matches.length}
        onStep={step}
        errors={errors.length}
        onNextError={nextError}
        preferences={preferences}
        onPreferences={changePreferences}
        actions={actions}
      />
      <div className="relative flex min-h-0 grow flex-col bg-sunken">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are short ways to the buttons above */}
        <div
          ref={box}
          role="log"
          aria-label={`Log, ${plural(entries.length, 'line')}`}
          aria-live="off"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is scrolled by keyboard too
          tabIndex={0}
          onScroll={follow.onScroll}
          onKeyDown={(event) => {
            const act = event.metaKey || event.ctrlKey || event.altKey ? undefined : keys[event.key]
            if (!act || event.target instanceof HTMLInputElement) return
            event.preventDefault()
            act()
          }}
          className="h-0 min-h-72 grow overflow-auto overscroll-contain py-2 outline-offset-[-2px]"
        >
          {entries.length === 0 && empty}
          {entries.length > 0 && rows.length === 0 && <p className="p-4 text-text-soft">No matching lines</p>}
          <div style={{ height: virtualizer.getTotalSize() }} className="relative">
            {virtualizer.getVirtualItems().map((item) => {
              const row = rows[item.index]
              return (
                <div
                  key={item.key}
                  ref={virtualizer.measureElement}
                  data-index={item.index}
                  style={{ transform: `translateY(${item.start}px)` }}
                  className="absolute inset-s-0 top-0 min-w-full"
                >
                  {row?.kind === 'line' && (
                    <LogLine
                      entry={row.entry}
                      href={hrefOf(row.entry)}
                      onLink={({ sequence }) => {
                        follow.pause()
                        setCurrent(sequence)
                        onLine(sequence)
                      }}
                      preferences={preferences}
                      startedAt={startedAt}
                      words={soughtWords}
                      current={row.entry.sequence === current}
                    />
                  )}
                  {row?.kind === 'reread' && (
                    <p className="border-y border-warn bg-warn-soft px-4 py-1 text-sm text-warn">
                      Gatehouse lost a part of its archive, such as by the restore of a backup. The log was read again
                      up to here; lines that OCI no longer has are missing.
                    </p>
                  )}
                  {row?.kind === 'gap' && (
                    <p className="border-y border-warn bg-warn-soft px-4 py-1 text-sm text-warn">
                      {row.from === row.to
                        ? `Line ${row.from} is missing`
                        : `Lines ${row.from} to ${row.to} are missing`}
                    </p>
                  )}
                </div>
              )
            })}
          </div>
        </div>
        {follow.missed > 0 && !filtered && (
          <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
            <Button
              size="small"
              className="pointer-events-auto rounded-full shadow-float"
              icon={<ArrowDown aria-hidden className="size-3.5" />}
              onClick={follow.resume}
            >
              {plural(follow.missed, 'new line')}
            </Button>
          </div>
        )}
      </div>
      <LogAnnouncer lines={entries.length} errors={errors.length} />
    </section>
  )
}
