import type { CaseChoice } from '@renshu/contracts'
import { type Choice, choicesOf, type Difference, type Prepared, type Records } from '@renshu/cases'
import type { City } from '../../../city/index.ts'
import type { Desk } from '../ports.ts'
import type { Acting } from '../running/actor.ts'
import type { Live } from '../running/perform.ts'
import { sceneOf } from '../running/scene.ts'
import { maskedFor } from './accounts.ts'
import { labelOf, shownOf } from './values.ts'

interface Around {
  city: City | undefined
  /** Whether accounts are shown by their last digits. */
  isMasked: boolean
}

function differenceView({ fields }: Prepared, { key, was, now, on }: Difference, { city, isMasked }: Around) {
  const field = fields.get(key)!
  const masked = <T>(value: T): T => (isMasked ? maskedFor(field, value) : value)
  return {
    key,
    label: labelOf(field),
    was: masked(was) as CaseChoice['needs']['differences'][number]['was'],
    wasShown: masked(shownOf(field, was, city)),
    now: masked(now) as CaseChoice['needs']['differences'][number]['now'],
    nowShown: now === null ? null : masked(shownOf(field, now, city)),
    on,
  }
}

function choiceView(prepared: Prepared, choice: Choice, around: Around, isOnBehalf: boolean): CaseChoice {
  const { step, word, name, blocked, needs } = choice
  const { step: defined } = prepared.steps.get(step)!
  const reasons = new Map((prepared.service.reasons ?? []).map(({ id, text }) => [id, text]))
  return {
    step,
    word,
    name,
    to: prepared.stages.get(defined.to)!.name,
    grants: defined.grants ?? false,
    refuses: defined.refuses ?? false,
    blocked: blocked ? { code: `cases.${blocked.code}`, text: blocked.text } : null,
    onBehalf: isOnBehalf,
    needs: {
      reasons: (needs.reasons ?? []).map((id) => ({ id, text: reasons.get(id)! })),
      words: needs.words ?? false,
      proposed: null,
      fields: [...(needs.fields ?? [])],
      papers: [...(needs.papers ?? [])],
      differences: (needs.differences ?? []).map((one) => differenceView(prepared, one, around)),
      seen: needs.seen ?? null,
      decision: needs.decision ?? false,
    },
  }
}

/**
 * What somebody may do next. Where it was taken in and where it is decided he may be another actor, and another again for
 * an applicant who stands before him.
 */
export function choicesFor(
  desk: Desk,
  { row, prepared, state }: Live,
  { acting, behalf, isMasked }: { acting: Acting; behalf: Acting | undefined; isMasked: boolean },
  records: Records,
): CaseChoice[] {
  const places = [...new Set([row.acceptance ?? row.decision, row.decision])]
  const around = { city: desk.cities.get(desk.city), isMasked }
  const found = new Map<string, CaseChoice>()
  const add = (who: Acting, place: string, isOnBehalf: boolean) => {
    const scene = sceneOf(desk, row.id, who.at(place), who, records)
    for (const choice of choicesOf(prepared, state, scene))
      if (!isOnBehalf || prepared.steps.get(choice.step)!.step.role === 'applicant')
        found.set(choice.step, choiceView(prepared, choice, around, isOnBehalf))
  }
  for (const place of places) add(acting, place, false)
  if (behalf) add(behalf, row.decision, true)
  const order = [...(prepared.stages.get(state.stage)!.steps ?? [])].map(({ id }) => id)
  return [...found.values()].toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step))
}
