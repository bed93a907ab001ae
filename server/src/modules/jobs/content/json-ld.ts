import { divisionPath } from '@renshu/codes'
import type { Education, Employment } from '@renshu/contracts'
import type { JobContent } from './content.ts'

/** https://developers.google.com/search/docs/appearance/structured-data/job-posting names these values. */
const EMPLOYMENT: Record<Employment, string> = {
  fullTime: 'FULL_TIME',
  partTime: 'PART_TIME',
  internship: 'INTERN',
  temporary: 'TEMPORARY',
  gig: 'PER_DIEM',
  dispatch: 'OTHER',
  outsourced: 'CONTRACTOR',
}
const CREDENTIAL: Partial<Record<Education, string>> = {
  senior: 'high school',
  vocational: 'high school',
  college: 'associate degree',
  bachelor: 'bachelor degree',
  master: 'postgraduate degree',
  doctor: 'postgraduate degree',
}

const FEN = 100
const MONTHS = 12

/** The description is a fragment of a page there: what its author typed stays text. */
const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(/\r?\n/g, '<br>')

function locationOf({ place, address }: JobContent['places'][number]) {
  const [province, ...rest] = divisionPath(place).map(({ name }) => name)
  return {
    '@type': 'Place',
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'CN',
      ...(province && { addressRegion: province }),
      ...(rest.length > 0 && { addressLocality: rest.join('') }),
      ...(address && { streetAddress: address }),
    },
  }
}

const salaryOf = (salary: JobContent['salary']) =>
  salary && {
    '@type': 'MonetaryAmount',
    currency: 'CNY',
    value: {
      '@type': 'QuantitativeValue',
      unitText: 'MONTH',
      ...(salary.min !== undefined && { minValue: salary.min / FEN }),
      ...(salary.max !== undefined && { maxValue: salary.max / FEN }),
    },
  }

export interface Published {
  id: string
  publishedOn: string
  employerName: string
  occupationName: string | null
  welfareNames: readonly string[]
  openings: number
  url: string | null
}

/** schema.org JobPosting, https://schema.org/JobPosting */
export function jobPosting(content: JobContent, about: Published): Record<string, unknown> {
  const { title, description, places, remote, salary, education, years, employment, skills, startBy, validUntil } =
    content
  const pay = salaryOf(salary)
  const credential = education && CREDENTIAL[education]
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title,
    description: asHtml(description),
    identifier: { '@type': 'PropertyValue', name: about.employerName, value: about.id },
    datePosted: about.publishedOn,
    validThrough: `${validUntil}T23:59:59+08:00`,
    hiringOrganization: { '@type': 'Organization', name: about.employerName },
    totalJobOpenings: about.openings,
    directApply: true,
    ...(about.url && { url: about.url }),
    ...(places.length > 0 && { jobLocation: places.map(locationOf) }),
    ...(remote && {
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: { '@type': 'Country', name: 'CN' },
    }),
    ...(employment.length > 0 && { employmentType: employment.map((one) => EMPLOYMENT[one]) }),
    ...(pay && { baseSalary: pay }),
    ...(credential && {
      educationRequirements: { '@type': 'EducationalOccupationalCredential', credentialCategory: credential },
    }),
    ...(years !== null && {
      experienceRequirements: {
        '@type': 'OccupationalExperienceRequirements',
        monthsOfExperience: Math.round(years * MONTHS),
      },
    }),
    ...(skills.length > 0 && { skills: skills.join(', ') }),
    ...(about.welfareNames.length > 0 && { jobBenefits: about.welfareNames.join('、') }),
    ...(about.occupationName && { occupationalCategory: about.occupationName }),
    ...(startBy && { jobStartDate: startBy }),
  }
}
