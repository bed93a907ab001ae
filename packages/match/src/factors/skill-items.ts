import { certificate } from '@renshu/codes'
import type { Job, Talent } from '../types.ts'

/** What a job would like a talent to bring: its skills and the certificates it prefers without requiring them. */
export const wishedItems = (job: Job): string[] => [
  ...job.skills,
  ...job.certificates.filter((wanted) => !wanted.required).map((wanted) => wanted.code),
]

/** What a talent brings: skills, certificates held, and the certificates those cover. */
export const skillItems = (talent: Talent): string[] => [
  ...new Set([
    ...talent.skills,
    ...talent.certificates.flatMap((code) => [code, ...(certificate(code)?.implies ?? [])]),
  ]),
]
