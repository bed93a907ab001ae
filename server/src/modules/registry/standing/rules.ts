import type { BusinessType, LicenceKind, OrganisationKind, Standing } from '@renshu/contracts'
import { BUSINESS_TYPES } from '@renshu/codes'
import { closed, licensed, permits, sanctioned, trusted, verified } from './conditions.ts'
import { dayAfter, type Fact, inForce, isKnown } from './fact.ts'

/** Whose standing is asked: an organisation with its facts; a branch brings those of its head. */
export interface Subject {
  kind: OrganisationKind
  facts: readonly Fact[]
  /** Facts of the head of a branch: its licence covers the branch, its sanctions and closing bar it. */
  head?: readonly Fact[]
}

/**
 * Papers a business type asks for, any one of them. 职业中介 (recruiting with fairs and online recruiting, executive
 * search) needs a licence: 人力资源市场暂行条例 art. 18 (1), 人力资源服务机构管理规定 (order 50, 2023) art. 2 and 8; the
 * others are filed, art. 18 (2), and a licence that lists them was filed with it; dispatch: 劳动合同法 art. 57.
 */
const PAPERS: Partial<Record<BusinessType, readonly LicenceKind[]>> = {
  recruiting: ['licence'],
  executiveSearch: ['licence'],
  dispatch: ['dispatchLicence'],
}
const FILED: readonly LicenceKind[] = ['licence', 'filing']

/** Whether a paper of this kind allows a business type at all. */
export const coversType = (kind: LicenceKind, type: BusinessType): boolean => (PAPERS[type] ?? FILED).includes(kind)

/**
 * Standing (资格) on a day (`2026-03-01`): verified ∧ licence or filing valid (agencies) ∧ not sanctioned ∧ trust level
 * allows ∧ not closed. With `knownAt`, as it was known at that instant: facts recorded later are left out, and those
 * withdrawn later still count. Fails closed: without facts nobody is verified, and a sanction or trust level that does
 * not say what it allows bars. An organisation nobody graded is not barred by its grade.
 */
export function standing(subject: Subject, on: string, knownAt: Date | null = null): Standing {
  const known = (facts: readonly Fact[]) => facts.filter((fact) => isKnown(fact, knownAt))
  const asKnown = { kind: subject.kind, facts: known(subject.facts), head: known(subject.head ?? []) }
  const now = onDay(asKnown, on)
  const before = signOf(now)
  const changesOn = turningDays(asKnown, on).find((day) => signOf(onDay(asKnown, day)) !== before) ?? null
  return { ...now, changesOn }
}

type Known = Required<Subject>

function onDay({ kind, facts, head }: Known, on: string): Omit<Standing, 'changesOn'> {
  const reasons = [
    verified(facts, on),
    ...(kind === 'agency' ? [either(licensed(facts, on), licensed(head, on))] : []),
    both(sanctioned(facts, on), sanctioned(head, on)),
    both(trusted(facts, on), trusted(head, on)),
    both(closed(facts, on), closed(head, on)),
  ]
  const may = reasons.every(({ met }) => met)
  return { may, reasons, activities: may && kind === 'agency' ? activities([...facts, ...head], on) : [] }
}

type Reason = Standing['reasons'][number]
const either = (own: Reason, head: Reason): Reason => (own.met || !head.met ? own : head)
const both = (own: Reason, head: Reason): Reason => (own.met && !head.met ? head : own)

function activities(facts: readonly Fact[], on: string): BusinessType[] {
  const papers = facts.filter((fact) => fact.kind === 'licence' && inForce(fact, on))
  return BUSINESS_TYPES.filter((type) =>
    papers.some((paper) => permits(paper, type) && coversType(paper.detail['kind'] as LicenceKind, type)),
  )
}

const signOf = ({ may, reasons, activities }: Omit<Standing, 'changesOn'>): string =>
  JSON.stringify([may, activities, reasons.map(({ reason }) => reason)])

/** Days after `on` at which a fact begins or has ended, in order. */
function turningDays({ facts, head }: Known, on: string): string[] {
  const days = [...facts, ...head].flatMap(({ fromOn, untilOn }) => [fromOn, ...(untilOn ? [dayAfter(untilOn)] : [])])
  return [...new Set(days)].filter((day) => day > on).toSorted()
}
