import { certificate, classifyTitle, cleanTitle, findSkills, industry, division, occupation } from '@renshu/codes'
import type { ProfileBody } from '@renshu/contracts'
import { readTerms } from '@renshu/intake'
import { NATIONWIDE, type OccupationGuess, type Refusals, type Talent } from '@renshu/match'
import { fail } from '../errors.ts'
import type { Profile } from '../tables.ts'

type Pay = Talent['salary']
/** Somebody as the engine reads him, but that a wish may have a pay of its own: for it that of the whole does not count. */
export type Seeking = Omit<Talent, 'wishes'> & { wishes: (Talent['wishes'][number] & { salary?: NonNullable<Pay> })[] }

/** Readings kept of one title; the engine looks at the best few only. */
const MOST_GUESSES = 3

const guessesOf = (title: string): OccupationGuess[] =>
  classifyTitle(cleanTitle(title).title)
    .slice(0, MOST_GUESSES)
    .map(({ code, confidence }) => ({ code, confidence }))

/**
 * What was written, each wish with the occupation it is read as.
 * @throws talents.badPlace, talents.unknownCode for codes that the national tables do not have
 */
export function profileOf(body: ProfileBody): Profile {
  const { version: _version, visibility: _visibility, cvFileId: _cvFileId, ...written } = body
  requireKnown(written)
  const wishes = written.wishes.map(({ title, occupation: given, salary }) => ({
    title,
    occupation: given,
    read: given ? null : (guessesOf(title)[0]?.code ?? null),
    salary,
  }))
  return { ...written, wishes }
}

function requireKnown({
  places,
  home,
  wishes,
  certificates,
  refuses,
}: Pick<ProfileBody, 'places' | 'home' | 'wishes' | 'certificates' | 'refuses'>): void {
  const place = [...places.filter((code) => code !== NATIONWIDE), ...(home ? [home] : [])].find(
    (code) => !division(code),
  )
  if (place) throw fail.badPlace({ place })
  const occupations = [...wishes.flatMap((wish) => wish.occupation ?? []), ...refuses.occupations]
  const code =
    occupations.find((each) => !occupation(each)) ??
    certificates.find((each) => !certificate(each.code))?.code ??
    refuses.industries.find((each) => !industry(each))
  if (code) throw fail.unknownCode({ code })
}

const guessesFor = ({ title, occupation: given }: Profile['wishes'][number]): OccupationGuess[] =>
  given ? [{ code: given, confidence: 1 }] : guessesOf(title)

const without = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T

const statedPay = (pay: Profile['salary'] | undefined): Pay =>
  pay && (pay.min !== undefined || pay.max !== undefined) ? (without(pay) as NonNullable<Pay>) : undefined

/** The pay of each wish: its own, else that of the profile; undefined where neither is said. */
export const wishedPays = ({ wishes, salary }: Profile): Pay[] =>
  wishes.map((wish) => statedPay(wish.salary) ?? statedPay(salary))

function refusalsOf({ refuses }: Profile): Refusals | undefined {
  const lists = Object.entries(refuses).filter(([, list]) => list.length > 0)
  return lists.length > 0 ? (Object.fromEntries(lists) as Refusals) : undefined
}

/** Certificates that are valid on a day. */
export const validCertificates = ({ certificates }: Profile, on: string): string[] => [
  ...new Set(certificates.filter(({ validUntil }) => !validUntil || validUntil >= on).map(({ code }) => code)),
]

type Fields = { [Name in keyof Seeking]: Seeking[Name] | undefined }

/**
 * The profile as the engine reads it, by the readers that tables of talents are read with; nothing in it says who it
 * is.
 * @param on the day from which certificates must still be valid, and on which the wish was said
 */
export function engineOf(id: string, profile: Profile, on: string): Seeking {
  const { salary, summary, history, skills, wishes } = profile
  const told = [...skills, ...wishes.map(({ title }) => title), ...history.map(({ title }) => title), summary]
  const texts = [summary, ...history.map(({ text }) => text)]
  const fields: Fields = {
    id,
    wishes: wishes.map((wish) => {
      const read = { title: cleanTitle(wish.title).title, occupations: guessesFor(wish) }
      const own = statedPay(wish.salary)
      return own ? { ...read, salary: own } : read
    }),
    places: profile.places,
    home: profile.home ?? undefined,
    commuteKm: profile.commuteKm ?? undefined,
    remote: profile.remote || undefined,
    salary: statedPay(salary),
    education: profile.education ?? undefined,
    years: profile.years ?? undefined,
    born: profile.born ?? undefined,
    certificates: validCertificates(profile, on),
    skills: findSkills([...told, ...texts].join('\n')),
    employment: profile.employment.length > 0 ? profile.employment : undefined,
    availableFrom: profile.availableFrom ?? undefined,
    refuses: refusalsOf(profile),
    terms: readTerms([...texts, ...skills].join('\n')),
    updatedOn: on,
  }
  return without(fields) as Seeking
}

/** What the engine is told of somebody who is gone. */
export const nobody = (id: string): Talent => ({ id, wishes: [], places: [], certificates: [], skills: [], terms: [] })
