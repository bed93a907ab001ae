import {
  certificate,
  classifyTitle,
  cleanTitle,
  division,
  findCertificates,
  findSkills,
  occupation,
  readEmploymentTypes,
  readShifts,
  readWelfare,
  WELFARE,
} from '@renshu/codes'
import type { EditBody, MonthlyPay, PostBody } from '@renshu/contracts'
import { ageAsked, educationAsked, readTerms, yearsAsked } from '@renshu/intake'
import type { Job } from '@renshu/match'
import { fail } from '../errors.ts'
import type { JobContent } from './content.ts'

/** Below it a guess is not written into the posting; the engine still weighs it. */
const SURE = 0.5
const MOST_GUESSES = 3
const MOST_READ = 2000
const MOST_SKILLS = 60
const MOST_CERTIFICATES = 20

const or = <T>(given: readonly T[], read: () => readonly T[]): T[] => [...(given.length > 0 ? given : read())]

function salaryIn({ title, salary }: Pick<PostBody, 'title' | 'salary'>): MonthlyPay | null {
  if (salary) return salary
  const said = cleanTitle(title).facts.salary
  if (said?.kind !== 'range' || (said.min === undefined && said.max === undefined)) return null
  return { ...(said.min !== undefined && { min: said.min }), ...(said.max !== undefined && { max: said.max }) }
}

const guesses = (title: string, description: string) =>
  classifyTitle(cleanTitle(title).title, { description: description.slice(0, MOST_READ) }).slice(0, MOST_GUESSES)

/** The occupation a title says, if it does so plainly; null otherwise. */
export const occupationOf = (title: string, description: string): string | null => {
  const best = guesses(title, description)[0]
  return best && best.confidence >= SURE ? best.code : null
}

/** A new posting: what its author left out is read from title and description by the readers of the national codes. */
export function readContent(body: PostBody): JobContent {
  const { title, description } = body
  const { facts } = cleanTitle(title)
  const text = `${title}\n${description}`
  return {
    title,
    description,
    occupation: body.occupation === undefined ? occupationOf(title, description) : body.occupation,
    places: body.places,
    remote: body.remote,
    salary: salaryIn(body),
    education: body.education ?? educationAsked(description) ?? null,
    years: body.years ?? wholeYears(yearsAsked(description)),
    employment: or(body.employment, () => or(facts.employment, () => readEmploymentTypes(title))),
    shifts: or(body.shifts, () => or(facts.shifts, () => readShifts(text))),
    welfare: or(body.welfare, () => readWelfare(text)),
    certificates: or(body.certificates, () =>
      findCertificates(text)
        .slice(0, MOST_CERTIFICATES)
        .map(({ code, required }) => ({ code, required })),
    ),
    skills: or(body.skills, () => findSkills(text).slice(0, MOST_SKILLS)),
    startBy: body.startBy,
    validUntil: body.validUntil,
    scope: body.scope,
  }
}

const wholeYears = (years: number | undefined): number | null => (years === undefined ? null : Math.ceil(years))

type Edit = Omit<EditBody, 'version' | 'publish'>

/** The content after a change: what is given stands as it is, and nothing is read again. */
export function editContent(before: JobContent, edit: Edit): JobContent {
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
  return { ...before, ...given } as JobContent
}

/** @throws jobs.badPlace, jobs.unknownCode */
export function requireKnownCodes(content: JobContent): void {
  for (const { place } of content.places) if (!division(place)) throw fail.badPlace({ place })
  const unknown = [
    content.occupation !== null && !occupation(content.occupation) && content.occupation,
    content.welfare.find((code) => !(WELFARE as readonly string[]).includes(code)),
    content.certificates.find(({ code }) => code.split('|').some((one) => !certificate(one)))?.code,
  ].find((code) => typeof code === 'string')
  if (unknown) throw fail.unknownCode({ code: unknown })
}

/** Guesses of a title stay open where its author chose no occupation, or only the group that they lie in. */
function occupationsOf({ title, description, occupation: chosen }: JobContent): Job['occupations'] {
  if (chosen && occupation(chosen)?.level === 4) return [{ code: chosen, confidence: 1 }]
  return guesses(title, description)
    .filter(({ code }) => !chosen || code.startsWith(`${chosen}-`))
    .map(({ code, confidence }) => ({ code, confidence }))
}

/** The posting as the engine reads it, by the same readers as the command line; employer and day are added later. */
export function engineJobOf(id: string, content: JobContent): Job {
  const { title, description, remote, salary, education, years, employment, shifts, startBy } = content
  const age = ageAsked(description)
  return {
    id,
    title: cleanTitle(title).title,
    occupations: occupationsOf(content),
    places: content.places.map(({ place }) => place),
    certificates: content.certificates,
    skills: [...new Set(content.skills)],
    terms: readTerms(description),
    ...(remote && { remote }),
    ...(salary && { salary: salary as NonNullable<Job['salary']> }),
    ...(education && { education }),
    ...(years !== null && { years }),
    ...(age && { age }),
    ...(employment.length > 0 && { employment }),
    ...(shifts.length > 0 && { shifts }),
    ...(startBy && { startBy }),
  }
}
