import type { BusinessType, Standing, StandingCondition, StandingReason } from '@renshu/contracts'
import { type Fact, inForce } from './fact.ts'

type Reason = Standing['reasons'][number]

const reasonOf = (condition: StandingCondition, met: boolean, reason: StandingReason, fact?: Fact): Reason => ({
  condition,
  met,
  reason,
  since: fact?.fromOn ?? null,
  until: fact?.untilOn ?? null,
  factId: fact?.id ?? null,
})

const LAST = '9999-12-31'
const endOf = ({ untilOn }: Fact): string => untilOn ?? LAST
/** The fact that holds longest. */
const longest = (facts: readonly Fact[]): Fact | undefined =>
  facts.reduce<Fact | undefined>((best, fact) => (best && endOf(best) >= endOf(fact) ? best : fact), undefined)

interface Sorted {
  holding: Fact | undefined
  ended: Fact | undefined
  coming: Fact | undefined
}

function sorted(all: readonly Fact[], kind: Fact['kind'], on: string): Sorted {
  const facts = all.filter((fact) => fact.kind === kind)
  return {
    holding: longest(facts.filter((fact) => inForce(fact, on))),
    ended: longest(facts.filter((fact) => endOf(fact) < on)),
    coming: facts.filter(({ fromOn }) => fromOn > on).toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))[0],
  }
}

export function verified(facts: readonly Fact[], on: string): Reason {
  const { holding, ended } = sorted(facts, 'verified', on)
  if (holding) return reasonOf('verified', true, 'verified', holding)
  return reasonOf('verified', false, ended ? 'verificationEnded' : 'neverVerified', ended)
}

export function licensed(facts: readonly Fact[], on: string): Reason {
  const { holding, ended, coming } = sorted(facts, 'licence', on)
  if (holding) return reasonOf('licence', true, 'licenceValid', holding)
  if (ended) return reasonOf('licence', false, 'licenceExpired', ended)
  return reasonOf('licence', false, coming ? 'licenceNotYet' : 'licenceMissing', coming)
}

export function sanctioned(facts: readonly Fact[], on: string): Reason {
  const { holding } = sorted(
    facts.filter(({ detail }) => detail['blocks'] !== false),
    'sanction',
    on,
  )
  return holding ? reasonOf('sanction', false, 'sanctioned', holding) : reasonOf('sanction', true, 'notSanctioned')
}

/** The grade that began last decides; of two on one day the one recorded last. */
export function trusted(facts: readonly Fact[], on: string): Reason {
  const grade = facts
    .filter((fact) => fact.kind === 'trustLevel' && inForce(fact, on))
    .toSorted(
      (a, b) =>
        b.fromOn.localeCompare(a.fromOn) || b.recordedAt.getTime() - a.recordedAt.getTime() || b.id.localeCompare(a.id),
    )[0]
  const allows = !grade || grade.detail['allows'] === true
  return reasonOf('trust', allows, allows ? 'trustAllows' : 'trustBlocks', grade)
}

export function closed(facts: readonly Fact[], on: string): Reason {
  const { holding } = sorted(facts, 'closed', on)
  return holding ? reasonOf('open', false, 'closed', holding) : reasonOf('open', true, 'open')
}

/** Whether a licence fact names a business type. */
export const permits = ({ detail }: Fact, type: BusinessType): boolean =>
  Array.isArray(detail['covers']) && detail['covers'].includes(type)
