import type { JobDraft, JobRecord } from '@renshu/contracts'

export interface Named {
  code: string
  name: string
}
export interface PlaceValue {
  place: string
  address: string
  openings: number
}
interface CertificateValue extends Named {
  required: boolean
}

/** What stands in the form of a posting: the fields of the body, and the names of the codes in them. */
export interface PostingValues extends Record<string, unknown> {
  title: string
  description: string
  occupation: string
  places: PlaceValue[]
  remote: boolean
  salary: { min?: number | undefined; max?: number | undefined } | null
  education: string
  years: number | null
  employment: string[]
  shifts: string[]
  welfare: string[]
  certificates: { code: string; required: boolean }[]
  skills: string[]
  startBy: string
  validUntil: string
  scope: string
  /** Names beside codes: what is offered to choose from, never sent. */
  occupationNames: Named[]
  placeNames: Named[]
  certificateNames: Named[]
}

export const emptyPosting = (validUntil: string): PostingValues => ({
  title: '',
  description: '',
  occupation: '',
  places: [],
  remote: false,
  salary: null,
  education: '',
  years: null,
  employment: [],
  shifts: [],
  welfare: [],
  certificates: [],
  skills: [],
  startBy: '',
  validUntil,
  scope: 'everyone',
  occupationNames: [],
  placeNames: [],
  certificateNames: [],
})

const withoutName = ({ code, required }: CertificateValue) => ({ code, required })

/** A posting as its form shows it. */
export const postingOf = (job: JobRecord): PostingValues => ({
  title: job.title,
  description: job.description,
  occupation: job.occupation?.code ?? '',
  places: job.places.map(({ place, address, openings }) => ({ place, address, openings })),
  remote: job.remote,
  salary: job.salary,
  education: job.education ?? '',
  years: job.years,
  employment: job.employment,
  shifts: job.shifts,
  welfare: job.welfare.map(({ code }) => code),
  certificates: job.certificates.map(withoutName),
  skills: job.skills,
  startBy: job.startBy ?? '',
  validUntil: job.validUntil,
  scope: job.scope,
  occupationNames: job.occupation ? [job.occupation] : [],
  placeNames: job.places.map(({ place, name }) => ({ code: place, name })),
  certificateNames: job.certificates,
})

/** What a pasted text was read as, as values of the form; what the text does not say is left as it stands. */
export function readInto(draft: JobDraft, text: string): Partial<PostingValues> {
  const openings = Math.max(1, draft.openings ?? 1)
  return {
    title: draft.title,
    description: text,
    occupation: draft.occupations[0]?.code ?? '',
    occupationNames: draft.occupations.map(({ code, name }) => ({ code, name })),
    ...(draft.places.length > 0 && {
      places: draft.places.map(({ place }, at) => ({ place, address: '', openings: at === 0 ? openings : 1 })),
      placeNames: draft.places.map(({ place, name }) => ({ code: place, name })),
    }),
    salary: draft.salary,
    education: draft.education ?? '',
    years: draft.years,
    employment: draft.employment,
    shifts: draft.shifts,
    welfare: draft.welfare.map(({ code }) => code),
    certificates: draft.certificates.map(withoutName),
    certificateNames: draft.certificates,
    skills: draft.skills,
  }
}

/** The fields of a body that differ from what was read: only they are sent, so that nobody else's change is undone. */
export const changesOf = <T extends object>(body: T, before: Record<string, unknown>): Partial<T> =>
  Object.fromEntries(
    Object.entries(body).filter(
      ([name, value]) => !(name in before) || JSON.stringify(value ?? '') !== JSON.stringify(before[name] ?? ''),
    ),
  ) as Partial<T>
