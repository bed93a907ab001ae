import { division } from '@renshu/codes'
import type { JobCard } from '@renshu/contracts'
import { type Document, SearchIndex } from '@renshu/search'
import type { Mirror } from '../../../platform/changes/index.ts'
import { dayOf } from '../../../platform/clock.ts'
import { type PostingChange, readPostingChanges } from '../exchange.ts'
import { AskedTally } from './asked/asked.ts'

/** A listed posting as lists show it, in Chinese, and the last day on which they do. */
export interface Listed {
  card: JobCard
  until: string
}

const list = (value: string | null | undefined): string[] => (value ? [value] : [])

const named = ({ employer, agency }: JobCard): string[] => [employer.name, ...list(agency?.name)].filter(Boolean)

const documentOf = ({ card, job, description, skills, organisationId }: PostingChange): Document => ({
  id: card.id,
  title: card.title,
  names: named(card),
  skills,
  tags: [
    ...list(card.occupation?.name),
    ...card.welfare.map(({ name }) => name),
    ...card.places.flatMap(({ place }) => list(division(place)?.name)),
  ],
  // Words, where they were cut when the posting was saved.
  description: job.terms.length > 0 ? job.terms : description,
  codes: {
    place: card.places.map(({ place }) => place),
    occupation: list(card.occupation?.code),
    employment: card.employment,
    welfare: card.welfare.map(({ code }) => code),
    education: list(card.education),
    shift: card.shifts,
    industry: list(job.industry),
    organisation: [...new Set([organisationId, card.employer.id])],
    remote: card.remote ? ['remote'] : [],
  },
  ...(card.salary && { pay: payOf(card.salary) }),
  on: card.confirmedOn,
})

const payOf = ({ min, max }: NonNullable<JobCard['salary']>) => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
})

/** What one process knows of a city's open postings. */
export class JobsInMemory {
  readonly index = new SearchIndex()
  readonly asked = new AskedTally()
  /** Counts up with every change: what was worked out before it may be out of date. */
  revision = 0
  readonly #listed = new Map<string, Listed>()
  readonly #now: () => Date
  #sweptOn = ''

  constructor(now: () => Date) {
    this.#now = now
  }

  apply(changes: readonly PostingChange[]): void {
    const today = dayOf(this.#now())
    for (const change of changes)
      if (change.listedUntil !== null && change.listedUntil >= today) this.#put(change, change.listedUntil)
      else this.#remove(change.id)
  }

  card(id: string): JobCard {
    return this.#listed.get(id)!.card
  }

  cards(): Iterable<Listed> {
    return this.#listed.values()
  }

  /** Asks for something, so that nobody waits for the dictionaries that the first search opens. */
  warm(): void {
    this.index.search({ text: '保安 双休', on: dayOf(this.#now()), limit: 1 })
  }

  /** Takes out what ended with yesterday, of which the stream tells only after the nightly sweep. */
  sweep(today: string): void {
    if (this.#sweptOn === today) return
    for (const [id, { until }] of this.#listed) if (until < today) this.#remove(id)
    this.#sweptOn = today
  }

  #put(change: PostingChange, until: string): void {
    this.index.put(documentOf(change))
    this.#listed.set(change.id, { card: change.card, until })
    this.revision++
  }

  #remove(id: string): void {
    if (!this.#listed.delete(id)) return
    this.index.remove(id)
    this.revision++
  }
}

/** The index of each process, built from the stream of postings; decision 0011. */
export const jobsMirror: Mirror<JobsInMemory> = {
  open: (_, now) => new JobsInMemory(now),
  loaded: (state) => state.warm(),
  sources: [{ read: readPostingChanges, apply: (state, rows) => state.apply(rows as readonly PostingChange[]) }],
}
