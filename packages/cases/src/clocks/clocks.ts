import type { Prepared } from '../definition/prepare.ts'
import type { Clock } from '../definition/service.ts'
import type { Span, State } from '../running/state.ts'
import { type Calendar, daysBetween, lastDay } from './days.ts'

/** How a clock stands on a day. */
export type ClockReading = {
  clock: Clock
  /** Days used so far; undefined where a year is not announced. */
  used: number | undefined
  isRunning: boolean
  /** Last day, while it runs; undefined while it stands still and where a year is not announced. */
  due: string | undefined
  isOverdue: boolean
}

/** A clock that has never run reads nothing. */
export function readClock(
  { clocks }: Prepared,
  state: State,
  id: string,
  today: string,
  calendar: Calendar,
): ClockReading | undefined {
  const clock = clocks.get(id)
  const spans = state.clocks[id]
  if (!clock || !spans) return undefined
  const running = spans.find(({ to }) => to === undefined)
  const before = usedBy(
    clock,
    spans.filter((span) => span !== running),
    today,
    calendar,
  )
  if (!running) return { clock, used: before, isRunning: false, due: undefined, isOverdue: false }
  const now = daysBetween(clock.unit, running.from, today, calendar)
  const used = before === undefined || now === undefined ? undefined : before + now
  // Used up before it was stopped: the day on which it goes on is too late already.
  const left = before === undefined ? undefined : Math.max(0, clock.length - before)
  const due = left === undefined ? undefined : lastDay(clock.unit, running.from, left, calendar)
  return { clock, used, isRunning: true, due, isOverdue: due !== undefined && today > due }
}

function usedBy({ unit }: Clock, spans: readonly Span[], today: string, calendar: Calendar): number | undefined {
  let used = 0
  for (const { from, to } of spans) {
    const days = daysBetween(unit, from, to ?? today, calendar)
    if (days === undefined) return undefined
    used += days
  }
  return used
}

/** The clocks of a case after it moved from one stage to another on a day. */
export function moveClocks(
  { stages, clocks }: Prepared,
  standing: State['clocks'],
  from: string | undefined,
  to: string,
  on: string,
): State['clocks'] {
  const left = from === undefined ? undefined : stages.get(from)?.clock
  const entered = stages.get(to)?.clock
  if (left === entered && (entered === undefined || from === to || clocks.get(entered)?.again !== 'anew'))
    return standing
  const moved = { ...standing }
  if (left !== undefined)
    moved[left] = (moved[left] ?? []).map((span) => (span.to === undefined ? { ...span, to: on } : span))
  if (entered !== undefined) {
    const before = clocks.get(entered)?.again === 'anew' ? [] : (moved[entered] ?? [])
    moved[entered] = [...before, { from: on }]
  }
  return moved
}

/** The clock of the stage a case is in. */
export const currentClock = (prepared: Prepared, state: State, today: string, calendar: Calendar) => {
  const id = prepared.stages.get(state.stage)?.clock
  return id === undefined ? undefined : readClock(prepared, state, id, today, calendar)
}
