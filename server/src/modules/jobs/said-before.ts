import type { JobPage } from '@renshu/contracts'
import type { Tx } from '../../platform/database/index.ts'
import type { Context } from '../../platform/http/index.ts'
import { canonical, type JobContent } from './content/content.ts'
import { contentsByHash, jobById } from './store/jobs.ts'
import type { JobRow } from './tables.ts'
import { namedWelfare, placesOf } from './views/card.ts'

/** What somebody goes by who applies, as it is compared: openings at a place are none of it. */
const TERMS = {
  title: ({ title }: JobContent): unknown => title,
  salary: ({ salary }: JobContent): unknown => salary,
  places: ({ places, remote }: JobContent): unknown => [
    remote,
    ...places.map(({ place, address }) => `${place} ${address}`).toSorted(),
  ],
  employment: ({ employment }: JobContent): unknown => employment.toSorted(),
  shifts: ({ shifts }: JobContent): unknown => shifts.toSorted(),
}
type Term = keyof typeof TERMS

const differing = (before: JobContent, now: JobContent): Term[] =>
  (Object.keys(TERMS) as Term[]).filter((term) => canonical(TERMS[term](before)) !== canonical(TERMS[term](now)))

/** What it says now is what was approved: nobody is shown more. */
const isApproved = ({ contentHash, approvedHash }: JobRow): boolean => contentHash === approvedHash

/**
 * Whether a posting that is open says other terms (pay, shifts, places, employment, title) than its contents of these
 * hashes did; null while it is not open. Scope `system`.
 */
export async function termsChanged(
  tx: Tx,
  city: string,
  jobId: string,
  hashes: readonly string[],
): Promise<{ contentHash: string; changed: ReadonlySet<string> } | null> {
  const row = await jobById(tx, city, jobId)
  if (row?.status !== 'open' || !isApproved(row)) return null
  const before = await contentsByHash(tx, city, [jobId], hashes)
  const changed = [...before].filter(([, content]) => differing(content, row.content).length > 0)
  return { contentHash: row.contentHash, changed: new Set(changed.map(([hash]) => hash)) }
}

type SaidBefore = Pick<
  JobPage,
  'title' | 'description' | 'salary' | 'places' | 'education' | 'years' | 'employment' | 'shifts' | 'welfare'
> & { changed: Term[] }

/**
 * What a posting, or one that was merged into it, said by the hash of a content, and which terms of it have changed since.
 * Scope `system`.
 */
export async function saidBefore(
  { tx, city, language }: Pick<Context, 'tx' | 'city' | 'language'>,
  jobIds: readonly [string, ...string[]],
  contentHash: string,
): Promise<SaidBefore | null> {
  const content = (await contentsByHash(tx, city, jobIds, [contentHash])).get(contentHash)
  if (!content) return null
  const now = await jobById(tx, city, jobIds[0])
  const { title, description, salary, education, years, employment, shifts, welfare } = content
  return {
    title,
    description,
    salary,
    places: placesOf(content),
    education,
    years,
    employment,
    shifts,
    welfare: namedWelfare(welfare, language),
    changed: now && isApproved(now) ? differing(content, now.content) : [],
  }
}
