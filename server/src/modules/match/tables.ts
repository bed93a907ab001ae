import type { DismissReason } from '@renshu/contracts'

export type ShortageRow = {
  city: string
  occupation: string
  district: string
  openings: number
  openingsAlone: number
  talents: number
  talentsAlone: number
}
export type LonelyJobRow = { city: string; jobId: string; district: string; openings: number }
export type MatchTables = {
  'match.dismissal': {
    city: string
    personId: string
    jobId: string
    jobTitle: string
    reason: DismissReason
    note: string
    dismissedAt: Date
  }
  /** Who chose the list without personalisation. */
  'match.unpersonalised': { city: string; personId: string; chosenAt: Date }
  'match.shortage': ShortageRow
  'match.lonelyJob': LonelyJobRow
  'match.count': { city: string; countedAt: Date }
}
