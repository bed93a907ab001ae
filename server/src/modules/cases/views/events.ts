import type { CaseEvent, CaseFact, ClockState } from '@renshu/contracts'
import { type KeptEvent, readClock } from '@renshu/cases'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import type { Live } from '../running/perform.ts'
import type { Story } from '../running/story.ts'
import { calendarOf } from '../settings.ts'
import { clockView } from './service.ts'
import { isAccount, maskedFor } from './accounts.ts'
import { labelOf, shownOf } from './values.ts'

/** One link for people; `names` are told to officers alone, to applicants an officer is his role. */
export function eventView(
  { actor: { personId } }: Context,
  { prepared }: Pick<Story, 'prepared'>,
  event: KeptEvent,
  names: ReadonlyMap<string, string>,
): CaseEvent {
  const { step, stage } = prepared.steps.get(event.step)!
  const { body } = event
  const reasons = prepared.service.reasons ?? []
  const outcomes = new Map((prepared.service.outcomes ?? []).map(({ id, name }) => [id, name]))
  const { id = null, words = '' } = body?.reason ?? {}
  return {
    n: event.n,
    step: event.step,
    word: step.word,
    name: step.name,
    stage: prepared.stages.get(body?.to ?? step.to)?.name ?? stage.name,
    at: event.at,
    on: body?.on ?? dayOf(new Date(event.at)),
    role: body?.role ?? step.role,
    by: names.get(event.actor) ?? null,
    mine: event.actor === personId,
    byProxy: body?.mandate !== undefined,
    reason: body?.reason ? { id, text: reasons.find((one) => one.id === id)?.text ?? null, words } : null,
    outcomes: (body?.outcomes ?? []).flatMap(({ key }) => outcomes.get(key.slice(key.indexOf('/') + 1)) ?? []),
    erased: body === undefined,
  }
}

/**
 * Facts in the order of the form.
 * @param accounts how accounts are shown: in full, or by their last digits to who may or may not see them whole
 */
export function factsView(
  { cities, city }: Context,
  { prepared, state }: Live,
  accounts: 'full' | 'masked' | 'unmaskable',
): CaseFact[] {
  const isMasked = accounts !== 'full'
  return prepared.service.fields.flatMap((field): CaseFact[] => {
    const fact = state.facts[field.key]
    if (!fact) return []
    const masked = <T>(value: T): T => (isMasked ? maskedFor(field, value) : value)
    const show = (value: typeof fact.value) => masked(shownOf(field, value, cities.get(city)))
    const { against, reason } = fact.kept ?? { against: null, reason: '' }
    return [
      {
        key: field.key,
        label: labelOf(field),
        type: field.type,
        value: masked(fact.value) as CaseFact['value'],
        shown: show(fact.value),
        masked: isMasked && isAccount(field),
        mayUnmask: accounts === 'unmaskable' && isAccount(field),
        source: fact.source,
        record: field.record ?? null,
        on: fact.on,
        kept: fact.kept ? { against: against === null ? null : show(against), reason } : null,
      },
    ]
  })
}

/** Every clock that has run, with the days between which it stood still. */
export function clocksView(context: Context, { prepared, state }: Live): ClockState[] {
  const today = dayOf(context.now())
  return Object.entries(state.clocks).map(([id, spans]) => {
    const { used, isRunning, due, isOverdue } = readClock(prepared, state, id, today, calendarOf(context))!
    return {
      ...clockView(prepared, id),
      used: used ?? null,
      running: isRunning,
      dueOn: due ?? null,
      overdue: isOverdue,
      spans: spans.map(({ from, to }) => ({ from, to: to ?? null })),
    }
  })
}
