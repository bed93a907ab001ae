import type { CaseMode, CaseRole, DocumentKind, DutyRole, Names } from '@renshu/contracts'
import type { Plain } from '@renshu/policy'
import type { AskingPolicy, Service } from '@renshu/cases'
import type { Generated, Insertable, Selectable } from 'kysely'
import type { Sealing } from '../../platform/keys/index.ts'
import type { Json } from '../../platform/tables.ts'
import type { Tx } from '../../platform/database/index.ts'

/** A definition as it is kept: from it the same version is prepared again. */
export interface KeptSource {
  service: Service
  policy: AskingPolicy | null
}
/** Papers of a form: a file brought for it, or a promise. */
export type DraftPapers = Record<string, { file: string } | { promised: true }>
/** Answers of a form, each with the version of the form in which it was given. */
export type DraftAnswers = Record<string, { value: Plain | null; version: number }>
export interface Hours {
  weekday: number
  from: string
  until: string
  afterHours: boolean
}

type Whose = { personId: string | null; organisationId: string | null }

export type CasesTables = {
  'cases.definition': {
    city: string
    id: string
    key: string
    version: string
    file: string
    source: Json<KeptSource>
    since: Date
    running: boolean
  }
  'cases.case': Whose & {
    city: string
    id: string
    code: string
    service: string
    version: string
    concerned: string[]
    mode: CaseMode
    acceptance: string | null
    decision: string
    effective: string
    round: string | null
    answersHash: string
    stage: string
    ended: 'done' | 'refused' | 'withdrawn' | null
    n: number
    head: string
    since: string
    submittedAt: Date
    submittedOn: string
    changedAt: Date
    waitsFor: 'applicant' | 'office' | 'clock' | 'nobody'
    roles: CaseRole[]
    escalatedTo: CaseRole | null
    place: string
    assignee: string | null
    dueOn: string | null
    fen: number | null
    months: number | null
    decisionId: string | null
    entitlementId: string | null
    objections: Generated<number>
  }
  'cases.event': {
    city: string
    id: string
    caseId: string
    n: number
    at: Date
    step: string
    actor: string
    command: string
    salt: string | null
    seal: string
    prev: string
    hash: string
    bodySealed: string | null
  }
  'cases.outcome': {
    city: string
    id: string
    caseId: string
    key: string
    kind: string
    n: number
    fen: number | null
    reachedAt: Date
  }
  'cases.revision': {
    city: string
    id: string
    /** Whose decision was changed, and the review that changed it. */
    caseId: string
    byCaseId: string
    revisedOn: string
  }
  'cases.draft': Whose & {
    city: string
    id: string
    service: string
    mode: CaseMode
    acceptance: string | null
    concerned: string[]
    answersSealed: string
    papers: Json<DraftPapers>
    startedAt: Date
    savedAt: Date
    warnedOn: string | null
    version: number
  }
  'cases.paper': {
    city: string
    id: string
    caseId: string
    paper: string
    name: string
    type: string
    size: number
    sha256: string
    uploadedAt: Date
    uploadedBy: string
  }
  'cases.message': {
    city: string
    id: string
    caseId: string
    side: 'applicant' | 'office'
    authorId: string
    textSealed: string | null
    sentAt: Date
    seenAt: Date | null
  }
  'cases.duty': {
    city: string
    id: string
    personId: string
    role: DutyRole
    district: string | null
    since: string
    givenBy: string | null
    endedAt: Date | null
    endedBy: string | null
  }
  'cases.handover': {
    city: string
    id: string
    caseId: string
    n: number
    fromPersonId: string | null
    toPersonId: string | null
    byPersonId: string
    reason: string
    madeAt: Date
  }
  'cases.notice': {
    city: string
    id: string
    caseId: string
    service: string
    title: Json<Names>
    stage: Json<Names>
    amount: string | null
    facts: Json<{ label: Names; shown: string }[]>
    decision: string
    fromOn: string
    untilOn: string | null
    endedOn: string | null
    /** Taken back by an objection, refused or withdrawn: not public any more. */
    withheld: Generated<boolean>
  }
  'cases.objection': {
    city: string
    id: string
    caseId: string
    noticeId: string
    personId: string
    textSealed: string | null
    madeAt: Date
    status: 'open' | 'recorded' | 'dismissed'
    answerSealed: string | null
    answeredBy: string | null
    answeredAt: Date | null
  }
  'cases.counter': {
    city: string
    id: string
    district: string
    name: string
    address: string
    minutes: number
    places: number
    hours: Json<Hours[]>
    version: number
  }
  'cases.appointment': {
    city: string
    id: string
    counterId: string
    district: string
    service: string | null
    caseId: string | null
    personId: string
    organisationId: string | null
    startsAt: Date
    minutes: number
    note: string
    status: 'booked' | 'cancelled' | 'came' | 'missed'
    bookedAt: Date
    changedAt: Date
    version: number
  }
  'cases.document': {
    city: string
    id: string
    caseId: string
    n: number
    kind: DocumentKind
    code: string
    madeAt: Date
  }
  'cases.look': Whose & {
    city: string
    id: string
    service: string
    lookedBy: string
    lookedAt: Date
    /** Of a look at an account in full; null at a counter, where the person stands. */
    reason: string | null
  }
}

export const tables = (tx: Tx) => tx.withTables<CasesTables>()

export type CaseRow = Selectable<CasesTables['cases.case']>
export type NewCase = Insertable<CasesTables['cases.case']>
export type EventRow = Selectable<CasesTables['cases.event']>
export type DraftRow = Selectable<CasesTables['cases.draft']>
export type PaperRow = Selectable<CasesTables['cases.paper']>
export type MessageRow = Selectable<CasesTables['cases.message']>
export type DutyRow = Selectable<CasesTables['cases.duty']>
export type NoticeRow = Selectable<CasesTables['cases.notice']>
export type ObjectionRow = Selectable<CasesTables['cases.objection']>
export type CounterRow = Selectable<CasesTables['cases.counter']>
export type DocumentRow = Selectable<CasesTables['cases.document']>
export type AppointmentRow = Selectable<CasesTables['cases.appointment']>

export const casesSealing: Sealing = {
  tables: [
    { table: 'cases.event', sealed: ['body_sealed'] },
    { table: 'cases.draft', sealed: ['answers_sealed'] },
    { table: 'cases.message', sealed: ['text_sealed'] },
    { table: 'cases.objection', sealed: ['text_sealed', 'answer_sealed'] },
  ],
}
