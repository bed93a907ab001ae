import type { ServiceCard } from '@renshu/contracts'

/** What somebody comes for; told from what comes of a service, so that a new service finds its place by itself. */
export const SITUATIONS = ['money', 'permit', 'report', 'complaint', 'other'] as const
export type Situation = (typeof SITUATIONS)[number]

const OF_OUTCOME: Record<string, Situation> = {
  pay: 'money',
  grantLicence: 'permit',
  renewLicence: 'permit',
  changeLicence: 'permit',
  revokeLicence: 'permit',
  recordFiling: 'permit',
  registerBusiness: 'permit',
  admitToPark: 'permit',
  recordReport: 'report',
  recordComplaint: 'complaint',
  closeComplaint: 'complaint',
  reviseDecision: 'complaint',
}

type Service = Pick<ServiceCard, 'applicant' | 'begins' | 'outcomes' | 'title' | 'summary'>

/** The first outcome that tells something decides. */
export const situationOf = ({ outcomes }: Pick<Service, 'outcomes'>): Situation =>
  outcomes.map(({ kind }) => OF_OUTCOME[kind]).find((found) => found !== undefined) ?? 'other'

export interface Sought {
  who?: string | undefined
  need?: string | undefined
  q?: string | undefined
}

/** Whether somebody who said this much about himself would look for this service. */
export function isSought(service: Service, { who, need, q }: Sought): boolean {
  if (who && service.applicant !== who && service.applicant !== 'either') return false
  if (need && situationOf(service) !== need) return false
  const words = [service.title.zh, service.title.en, service.summary.zh, service.summary.en].join('\n').toLowerCase()
  return (q ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word))
}
