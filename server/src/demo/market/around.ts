import type { SpecialGroup } from '@renshu/contracts'
import type { ConsentFill } from '../../modules/accounts/index.ts'
import type { SearchFill } from '../../modules/jobs/index.ts'
import type { TalentsAround } from '../../modules/talents/index.ts'
import { type Dice, diceOf } from '../dice.ts'
import type { DemoRecords } from '../records.ts'
import { addDays, officeHour } from '../town/days.ts'
import { type PeoplePlan, type Seeker, TWINS } from './people.ts'

type Plan = Omit<PeoplePlan, 'count'>

const GROUPS: readonly SpecialGroup[] = [
  'registeredUnemployed',
  'hardToEmploy',
  'disabled',
  'zeroEmploymentFamily',
  'lowIncome',
  'veteran',
  'graduate',
  'olderWorker',
]
/** Youngest and oldest of groups that go by age, years (示例). */
const AGES: Partial<Record<SpecialGroup, readonly [number, number]>> = {
  graduate: [20, 26],
  olderWorker: [45, 65],
  veteran: [22, 65],
}
const PROOF = '证明材料（示例）.pdf'
const CONSENT = { purpose: 'specialGroup', recipient: 'bureau', textVersion: '2026-11' }
/** Of a hundred people, how many say that they belong to a group. */
const CLAIM_SHARE = 2
const FEWEST_CLAIMS = 6

interface Around extends TalentsAround {
  consents: ConsentFill[]
  files: (Omit<DemoRecords['files'][number], 'organisationId'> & { organisationId: null })[]
}

type Claim = TalentsAround['claims'][number]

/** The groups that somebody of this age may belong to. */
function groupsAt(age: number): SpecialGroup[] {
  return GROUPS.filter((group) => {
    const [youngest, oldest] = AGES[group] ?? [0, Infinity]
    return age >= youngest && age <= oldest
  })
}

/** What people say of themselves to officers: some of it is proved, the newest waits. */
function claimsOf({ town, today, newId }: Plan, dice: Dice, seekers: readonly Seeker[]) {
  const claims: Claim[] = []
  const consents: ConsentFill[] = []
  const files: Around['files'] = []
  const people = seekers.filter(({ personId }) => personId !== null && personId !== town.seeker?.id)
  const count = Math.min(people.length, Math.max(FEWEST_CLAIMS, Math.round((people.length * CLAIM_SHARE) / 100)))
  for (const [at, { personId, talentId, life, createdOn }] of people.slice(0, count).entries()) {
    const isWaiting = at < FEWEST_CLAIMS || dice.happens(15)
    const on = isWaiting ? addDays(today, -dice.below(5)) : addDays(today, -dice.between(20, 300))
    const claimedAt = officeHour(on < createdOn ? createdOn : on, dice.below(400))
    const file = { id: newId(), name: PROOF, organisationId: null, personId: personId!, createdAt: claimedAt }
    files.push(file)
    consents.push({ personId: personId!, ...CONSENT, givenAt: claimedAt })
    claims.push({
      id: newId(),
      talentId,
      personId: personId!,
      kind: dice.oneOf(groupsAt(Number(today.slice(0, 4)) - life.born)),
      district: life.district.code,
      documents: [file.id],
      status: isWaiting ? 'claimed' : 'proved',
      claimedAt,
      decidedAt: isWaiting ? null : new Date(claimedAt.getTime() + 2 * 86_400_000),
      decidedBy: isWaiting ? null : town.officerId,
      untilOn: isWaiting ? null : addDays(today, dice.between(60, 300)),
    })
  }
  return { claims, consents, files }
}

/** Two profiles of one person: somebody with an account whom an agency keeps too. */
function pairsOf({ today, newId }: Plan, seekers: readonly Seeker[]): TalentsAround['pairs'] {
  const [kept, own] = [seekers[TWINS[0]], seekers[TWINS[1]]]
  if (!kept?.agency || kept.phone !== own?.phone) return []
  const districts = [kept.life.district.code]
  const foundAt = officeHour(addDays(today, -1), 120)
  return [{ id: newId(), talents: [kept.talentId, own.talentId], districts, alike: ['phone', 'name', 'born'], foundAt }]
}

/** Employers that looked at the profile of the account for trying out. */
function looksOf({ town, today, newId }: Plan, seekers: readonly Seeker[]): TalentsAround['looks'] {
  const own = seekers[0]
  if (!own || own.personId !== town.seeker?.id) return []
  return town.employers.slice(0, 4).map(({ id, ownerId }, at) => ({
    id: newId(),
    talentId: own.talentId,
    personId: own.personId,
    organisationId: id,
    byPersonId: ownerId,
    at: officeHour(addDays(today, -1 - at * 2), 60 + at * 45),
  }))
}

export function aroundOf(plan: Plan, seekers: readonly Seeker[]): Around {
  const dice = diceOf(plan.town.city.demo.seed * 64 + 26)
  return { ...claimsOf(plan, dice, seekers), pairs: pairsOf(plan, seekers), looks: looksOf(plan, seekers) }
}

/** Searches that people saved, those of the account for trying out first. */
export function searchesOf({ town, today, newId }: Plan, seekers: readonly Seeker[]): SearchFill[] {
  const dice = diceOf(town.city.demo.seed * 64 + 27)
  const people = seekers.filter(({ personId }) => personId !== null)
  return people.slice(0, Math.ceil(people.length / 25)).map(({ personId, life, createdOn }, at) => {
    const { title } = life.trade
    const query = new URLSearchParams({ q: title, place: life.district.code })
    const days = at === 0 ? 7 : dice.below(7)
    const on = addDays(today, -days) < createdOn ? createdOn : addDays(today, -days)
    return {
      id: newId(),
      personId: personId!,
      name: `${title} · ${life.district.name.zh}`,
      query: query.toString(),
      alert: at === 0 ? 'daily' : dice.oneOf(['never', 'daily', 'weekly'] as const),
      newsFrom: on,
      createdAt: officeHour(on, dice.below(400)),
    }
  })
}
