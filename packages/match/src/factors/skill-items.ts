import { certificates, covers } from '@renshu/codes'
import type { Job, Talent } from '../types.ts'

/**
 * What a job would like a talent to bring: its skills and the certificates it prefers without requiring them. Of
 * alternatives ("A1或A2") each counts by itself.
 */
export const wishedItems = (job: Job): string[] => {
  const preferred = job.certificates.filter((wanted) => !wanted.required).flatMap((wanted) => wanted.code.split('|'))
  return [...new Set([...job.skills, ...preferred])]
}

/** What a talent brings: skills, certificates held, and all that those cover. */
export const skillItems = (talent: Talent): string[] => [
  ...new Set([...talent.skills, ...talent.certificates.flatMap(coveredBy)]),
]

const known = new Map<string, readonly string[]>()

function coveredBy(held: string): readonly string[] {
  const found = known.get(held) ?? [held, ...certificates().flatMap(({ code }) => (covers(held, code) ? [code] : []))]
  known.set(held, found)
  return found
}
