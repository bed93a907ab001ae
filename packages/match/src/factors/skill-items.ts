import { certificates, covers } from '@renshu/codes'
import type { Job, Talent } from '../types.ts'

/**
 * What a job would like a talent to bring: its skills and the certificates it prefers without requiring them. Of
 * alternatives ("A1或A2") each counts by itself.
 */
export const wishedItems = (job: Job): string[] => [...new Set([...job.skills, ...preferredOf(job)])]

/** What a talent brings: skills, certificates held, and all that those cover. */
export const skillItems = (talent: Talent): string[] => [...new Set([...talent.skills, ...broughtBy(talent)])]

/** The certificates a job prefers, possibly with repetition. */
export const preferredOf = ({ certificates }: Job): readonly string[] =>
  certificates.length === 0 ? NONE : certificates.flatMap(({ code, required }) => (required ? NONE : code.split('|')))

/** The certificates a talent holds and those that they cover, possibly with repetition. */
export const broughtBy = ({ certificates }: Talent): readonly string[] =>
  certificates.length === 0 ? NONE : certificates.flatMap(coveredBy)

const NONE: readonly string[] = []
const known = new Map<string, readonly string[]>()

function coveredBy(held: string): readonly string[] {
  const found = known.get(held) ?? [held, ...certificates().flatMap(({ code }) => (covers(held, code) ? [code] : []))]
  known.set(held, found)
  return found
}
