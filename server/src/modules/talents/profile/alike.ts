import type { TalentPair } from '@renshu/contracts'
import { plainName } from '@renshu/intake'
import type { Services } from '../../../platform/services.ts'
import { type Marks, marksOf, peopleMarked } from '../../accounts/index.ts'
import { candidatesFor, insertPair } from '../store/pairs.ts'
import type { TalentRow } from '../store/talents.ts'
import type { Tx } from '../../../platform/database/index.ts'

/** The job that looks for other profiles of the same people: `city`, `ids`. */
export const FIND_PAIRS = 'talents.findPairs'

type Desk = Pick<Services, 'secrets'> & { tx: Tx; city: string; now: () => Date; newId: () => string }
/** What of a profile tells whose it is. */
export type Subject = Pick<
  TalentRow,
  'id' | 'personId' | 'phoneBlind' | 'residentIdBlind' | 'nameBlind' | 'born' | 'district'
> & { employers: readonly string[] }

export const employersOf = ({ profile }: Pick<TalentRow, 'profile'>): string[] =>
  profile.history.map(({ employer }) => plainName(employer)).filter(Boolean)

const marksFor = async (desk: Desk, { personId, phoneBlind, residentIdBlind }: Subject | TalentRow): Promise<Marks> =>
  personId ? marksOf(desk, personId) : { phoneBlind, residentIdBlind }

const areEqual = <T>(one: T | null, other: T | null): boolean => one !== null && one === other

interface Known {
  marks: Marks
  nameBlind: string | null
  born: number | null
  employers: readonly string[]
}

/**
 * By what two profiles may be of one person: a number that only one person has, or name and year of birth together
 * with an employer. Anything less says nothing: namesakes are many.
 */
export function likeness(one: Known, other: Known): TalentPair['alike'] {
  const alike: TalentPair['alike'] = []
  if (areEqual(one.marks.phoneBlind, other.marks.phoneBlind)) alike.push('phone')
  if (areEqual(one.marks.residentIdBlind, other.marks.residentIdBlind)) alike.push('residentId')
  const isCertain = alike.length > 0
  if (areEqual(one.nameBlind, other.nameBlind)) alike.push('name')
  if (areEqual(one.born, other.born)) alike.push('born')
  if (one.employers.some((employer) => other.employers.includes(employer))) alike.push('history')
  return isCertain || ['name', 'born', 'history'].every((trait) => alike.includes(trait as 'name')) ? alike : []
}

/** Finds other profiles that may be of the same person and keeps them for an officer to decide. Scope `system`. */
export async function findPairs(desk: Desk, subject: Subject): Promise<void> {
  const { tx, city, now, newId } = desk
  const marks = await marksFor(desk, subject)
  const people = (await peopleMarked(desk, marks)).filter((id) => id !== subject.personId)
  const traits = { ...marks, nameBlind: subject.nameBlind, born: subject.born, people }
  for (const other of await candidatesFor(tx, city, subject.id, traits)) {
    const known = { marks: await marksFor(desk, other), nameBlind: other.nameBlind, born: other.born }
    const alike = likeness({ ...subject, marks }, { ...known, employers: employersOf(other) })
    if (alike.length === 0) continue
    const [oneId, otherId] = [subject.id, other.id].toSorted() as [string, string]
    const districts = [...new Set([subject.district, other.district].flatMap((district) => district ?? []))]
    const undecided = { status: 'open' as const, decidedAt: null, decidedBy: null, reason: null }
    await insertPair(tx, { city, id: newId(), oneId, otherId, districts, alike, foundAt: now(), ...undecided })
  }
}
