import { type EmploymentType, EMPLOYMENT_TYPES, type Fen } from '@renshu/codes'
import type { AnyAspect } from '../../aspect.ts'
import { DEFINITION } from '../../definition.ts'
import { NATIONWIDE } from '../../factors/place.ts'
import type { ConstraintName, FactorName } from '../../settings.ts'
import type { Job, Talent } from '../../types.ts'
import type { Name } from '../numbering.ts'
import { Classes, type ClassesState } from './classes.ts'
import {
  AFTER_ALL,
  BEFORE_ALL,
  type Levels,
  askedEducation,
  askedYears,
  availableDays,
  heldEducation,
  heldYears,
  offeredPay,
  startDays,
  wishedPay,
} from './levels.ts'

export type Side = 'jobs' | 'talents'
export const OTHER = { jobs: 'talents', talents: 'jobs' } as const

type PerSide<T> = { jobs: T; talents: T }
type Naming = (part: never) => Name

/** What of the index an aspect needs beside the classes of its parts; all of it only makes the search faster. */
type Speed = {
  /** Names a class in less time than writing the whole part down; what has one name must be judged alike. */
  names?: PerSide<Naming>
  /** Parts of which one gets the most points that any part of this side can get. */
  best?: (asOf: string) => PerSide<readonly unknown[]>
  /** Parts that break the constraint when any part of this side does. */
  worst?: PerSide<readonly unknown[]>
  /** The scale on which the sieve holds this side's parts. */
  levels?: (asOf: string) => PerSide<Levels>
  /** The sieve already decides it: equal levels are equal classes. */
  isSifted?: true
}

export type TraitName = Exclude<ConstraintName, 'occupation'> | 'recency'

/** One aspect of the definition as the index uses it: everything but the occupation and the two bags of words. */
export type Trait = Speed & {
  name: TraitName
  aspect: AnyAspect
  factor: FactorName | undefined
  partOf: { jobs: (job: Job) => unknown; talents: (talent: Talent) => unknown }
}

type Pay = { min?: Fen; max?: Fen } | undefined
const given = (value: string | number | undefined) => value ?? ''
/** An empty code is not the same as none. */
const listed = (codes: readonly string[]) => `${codes.length}:${codes.join()}`
const asIs: PerSide<Naming> = { jobs: given, talents: given }

const SPEED: Partial<Record<TraitName, Speed>> = {
  salary: {
    names: { jobs: (pay: Pay) => `${pay?.min ?? ''}-${pay?.max ?? ''}`, talents: (pay: Pay) => given(pay?.min) },
    best: () => ({ jobs: [undefined, { min: Number.MAX_VALUE }], talents: [undefined, { min: 0 }] }),
    levels: () => ({ jobs: offeredPay, talents: wishedPay }),
  },
  place: {
    names: {
      jobs: ({ places, remote }: Pick<Job, 'places' | 'remote'>) => listed(places) + (remote ? '|' : ''),
      talents: ({ places, home, commuteKm, remote }: Pick<Talent, 'places' | 'home' | 'commuteKm' | 'remote'>) =>
        `${listed(places)}|${home ?? ''}|${commuteKm ?? ''}${remote ? '|' : ''}`,
    },
    best: () => ({ jobs: [{ places: [], remote: true }], talents: [{ places: [NATIONWIDE] }, { places: [] }] }),
  },
  experience: {
    names: asIs,
    best: () => ({ jobs: [undefined, 0, -Number.MAX_VALUE], talents: [undefined, Number.MAX_VALUE] }),
    levels: () => ({ jobs: askedYears, talents: heldYears }),
  },
  recency: { names: asIs, best: (asOf) => ({ jobs: [undefined, asOf], talents: [undefined, asOf] }) },
  certificates: { worst: { jobs: [], talents: [[]] } },
  education: { names: asIs, levels: () => ({ jobs: askedEducation, talents: heldEducation }), isSifted: true },
  employment: {
    names: {
      jobs: (types: EmploymentType[]) => typeBits(types),
      talents: (types: EmploymentType[]) => typeBits(types),
    },
    isSifted: true,
  },
  availability: {
    names: asIs,
    levels: (asOf) => ({ jobs: startDays(asOf), talents: availableDays(asOf) }),
    worst: { jobs: [BEFORE_ALL], talents: [AFTER_ALL] },
  },
}

/** Employment types as bits; none stated is as good as all. */
export const typeBits = (types: readonly EmploymentType[]): number =>
  types.length === 0 ? ALL_TYPES : types.reduce((bits, type) => bits | (1 << EMPLOYMENT_TYPES.indexOf(type)), 0)
const ALL_TYPES = 2 ** EMPLOYMENT_TYPES.length - 1

function traitOf({ aspect, constraint, factor }: (typeof DEFINITION)[number]): Trait {
  const name = (constraint ?? factor) as TraitName
  const partOf = { jobs: aspect.ofJob, talents: aspect.ofTalent }
  return { name, aspect, partOf, factor, ...SPEED[name] }
}

/** The place first, because it rules out most of what the sieve lets through. */
export const TRAITS: readonly Trait[] = DEFINITION.filter(
  ({ factor }) => factor !== 'occupation' && factor !== 'skills' && factor !== 'text',
)
  .map(traitOf)
  .sort((a, b) => Number(b.name === 'place') - Number(a.name === 'place'))

/** Number of a trait in {@link TRAITS}. */
export const traitNumber = (name: TraitName): number => TRAITS.findIndex((trait) => trait.name === name)

/** The place class of a record that has been withdrawn: out of every question. */
export const GONE = 0
const GONE_PART = { places: ['-'] }

/** Classes of one trait, empty or going on from those of an earlier time. */
export function openClasses(trait: Trait, side: Side, known?: ClassesState): Classes {
  const nameOf = (trait.names?.[side] ?? writeDown) as (part: unknown) => Name
  return new Classes(nameOf, known, trait.name === 'place' ? [GONE_PART] : [])
}

const writeDown = (part: unknown): string => JSON.stringify(part) ?? ''
