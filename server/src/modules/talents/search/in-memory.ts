import { certificate, certificates as allCertificates, covers, division, occupation } from '@renshu/codes'
import { NATIONWIDE } from '@renshu/match'
import { type Document, SearchIndex } from '@renshu/search'
import type { Mirror } from '../../../platform/changes/index.ts'
import { dayOf } from '../../../platform/clock.ts'
import { isShownOn } from '../rules.ts'
import { type TalentRow, talentsAfter } from '../store/talents.ts'

/** The deepest code of a path of codes; the empty path is everywhere. */
const spotOf = (path: string): string => path.split('/').at(-2) ?? NATIONWIDE

/**
 * Wishes, skills and summary as they may be found: without the name, without employers and contact, as `searchText` has
 * them, line by line.
 */
function wordsOf({ searchText, profile }: Pick<TalentRow, 'searchText' | 'profile'>) {
  const lines = searchText.split('\n')
  const wishes = lines.slice(0, profile.wishes.length)
  const skills = lines.slice(wishes.length, wishes.length + profile.skills.length)
  const [title = '', ...names] = wishes
  return { title, names, skills, description: lines.slice(wishes.length + skills.length).join('\n') }
}

/** A certificate with all that it allows as well, so that it is found and counted under each of them. */
const allowedBy = (held: readonly string[]): string[] => [
  ...new Set([
    ...held,
    ...[...allCertificates()].flatMap(({ code }) => (held.some((own) => covers(own, code)) ? code : [])),
  ]),
]

/** A profile as employers search it: of what its card shows, and of nothing else. */
const documentOf = (row: TalentRow): Document => {
  const { id, occupations, places, payMin, certificates, refusedEmployers, confirmedOn, profile } = row
  const spots = places.map(spotOf)
  return {
    id,
    ...wordsOf(row),
    tags: [
      ...occupations.flatMap((code) => occupation(code)?.name ?? []),
      ...spots.flatMap((code) => division(code)?.name ?? []),
      ...certificates.flatMap((code) => certificate(code)?.name ?? []),
    ],
    codes: {
      place: spots,
      occupation: occupations,
      education: profile.education ? [profile.education] : [],
      certificate: allowedBy(certificates),
      refuses: refusedEmployers,
    },
    ...(payMin !== null && { pay: { min: payMin } }),
    on: confirmedOn,
  }
}

/** What one process knows of the profiles that employers may see. */
export class TalentsInMemory {
  readonly index = new SearchIndex()
  /** Last day of each. */
  readonly #until = new Map<string, string | null>()
  readonly #now: () => Date
  #sweptOn = ''

  constructor(now: () => Date) {
    this.#now = now
  }

  apply(rows: readonly TalentRow[]): void {
    const today = dayOf(this.#now())
    for (const row of rows)
      if (row.visibility !== 'hidden' && isShownOn(row, today)) this.#put(row)
      else this.#remove(row.id)
  }

  /** Takes out whose wish ended with yesterday, of which the stream tells only after the nightly sweep. */
  sweep(today: string): void {
    if (this.#sweptOn === today) return
    for (const [id, until] of this.#until) if (until !== null && until < today) this.#remove(id)
    this.#sweptOn = today
  }

  #put(row: TalentRow): void {
    this.index.put(documentOf(row))
    this.#until.set(row.id, row.visibleUntil)
  }

  #remove(id: string): void {
    if (this.#until.delete(id)) this.index.remove(id)
  }
}

/** The index of each process, built from the stream of profiles; decision 0011. */
export const talentsMirror: Mirror<TalentsInMemory> = {
  open: (_, now) => new TalentsInMemory(now),
  sources: [{ read: talentsAfter, apply: (state, rows) => state.apply(rows as readonly TalentRow[]) }],
}
