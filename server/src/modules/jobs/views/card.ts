import { fullName, industry, occupation, type Welfare, welfareName } from '@renshu/codes'
import type { JobCard, JobPage, Named } from '@renshu/contracts'
import { certificate } from '@renshu/codes'
import type { Language } from '../../../platform/http/index.ts'
import type { JobContent } from '../content/content.ts'
import { jobPosting } from '../content/json-ld.ts'
import type { Market } from '../screening/screen.ts'
import type { JobRow } from '../tables.ts'
import type { Around } from './around.ts'

/** A row that was published at least once, or is shown as if. */
export type CardRow = Pick<
  JobRow,
  'id' | 'organisationId' | 'employerId' | 'content' | 'openings' | 'publishedOn' | 'confirmedOn' | 'occupation'
>

const namedOccupation = (code: string | null): Named | null =>
  code === null ? null : { code, name: occupation(code)?.name ?? code }

export const placesOf = ({ places }: JobContent): JobCard['places'] =>
  places.map(({ place, address, openings }) => ({ place, name: fullName(place), address, openings }))

export const namedWelfare = (codes: readonly string[], language: Language): Named[] =>
  codes.map((code) => ({ code, name: welfareName(code as Welfare, language) }))

export const namedCertificates = (certificates: JobContent['certificates'], language: Language) =>
  certificates.map(({ code, required }) => {
    const found = certificate(code)
    return { code, name: (language === 'zh' ? found?.name : found?.en) ?? code, required }
  })

/** Who hires, and the agency that posts for him. */
const parties = ({ organisationId, employerId }: CardRow, { nameOf }: Around) => ({
  employer: nameOf(employerId),
  agency: organisationId === employerId ? null : nameOf(organisationId),
})

/** What lists, pages and records of a posting have in common. */
export function said(row: CardRow, around: Around) {
  const { id, content, openings, occupation: code } = row
  const { title, remote, salary, education, years, employment, shifts, welfare, validUntil } = content
  return {
    id,
    title,
    ...parties(row, around),
    occupation: namedOccupation(code),
    places: placesOf(content),
    remote,
    openings,
    salary,
    education,
    years,
    employment,
    shifts,
    welfare: namedWelfare(welfare, around.language),
    validUntil,
  }
}

/** A posting in a list; one that was never published has no days. */
export function cardOf(row: CardRow, around: Around): JobCard {
  const publishedOn = row.publishedOn ?? row.content.validUntil
  return { ...said(row, around), publishedOn, confirmedOn: row.confirmedOn ?? publishedOn, distanceKm: null }
}

/** What a page or record tells beyond the list. */
export function details(row: CardRow & Pick<JobRow, 'engineJob'>, { language, industryOf }: Around) {
  const { description, certificates, skills, startBy, scope } = row.content
  const { age } = row.engineJob
  const code = industryOf(row.employerId)
  return {
    description,
    certificates: namedCertificates(certificates, language),
    skills,
    age: age
      ? { ...(age.min !== undefined && { min: age.min }), ...(age.max !== undefined && { max: age.max }) }
      : null,
    startBy,
    industry: code === null ? null : { code, name: industry(code)?.name ?? code },
    scope,
  }
}

type PageRow = CardRow & Pick<JobRow, 'engineJob'>

/** The public page without what is asked of the market. `origin` without a slash at its end. */
export function pageOf(row: PageRow, around: Around, origin: string | undefined): Omit<JobPage, 'market'> {
  const card = cardOf(row, around)
  const jsonLd = jobPosting(row.content, {
    id: row.id,
    publishedOn: card.publishedOn,
    employerName: card.employer.name,
    occupationName: card.occupation?.name ?? null,
    welfareNames: card.welfare.map(({ name }) => name),
    openings: row.openings,
    url: origin ? `${origin}/jobs/${row.id}` : null,
  })
  return { ...card, ...details(row, around), jsonLd }
}

export const withMarket = (page: Omit<JobPage, 'market'>, market: Market | null): JobPage => ({ ...page, market })
