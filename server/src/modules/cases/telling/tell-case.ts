import { type Command, type Field, hashOfFacts } from '@renshu/cases'
import type { Plain } from '@renshu/policy'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import { tiesOf } from '../../accounts/index.ts'
import { type Definition, serviceOf } from '../definitions/library.ts'
import { type Answered, readForm } from '../forms/form.ts'
import { openCase } from '../forms/open-case.ts'
import type { CasesPorts, Desk } from '../ports.ts'
import { type Acting, clockActing, dutyActing } from '../running/actor.ts'
import { type Live, liveStory, perform } from '../running/perform.ts'
import { recordsFor } from '../running/records.ts'
import { sha256 } from '../settings.ts'
import { holdCase } from '../store/cases.ts'
import { dutiesOf } from '../store/duties.ts'
import { insertMessage } from '../store/messages.ts'
import { insertPaper } from '../store/papers.ts'
import type { DraftPapers, PaperRow } from '../tables.ts'

/** A step of a case that is told, and by whom: a person's id, or `clock`. */
export interface ToldStep {
  at: Date
  by: string
  step: string
  words?: string
}
/** A case of a made-up city, told as it happened: every step is tried and kept as any other. */
export interface ToldCase {
  service: string
  subject: RecordSubject
  /** Who applied: the person, or somebody of the organisation. */
  applicant: string
  at: Date
  answers: Answered
  steps: readonly ToldStep[]
  messages?: readonly { at: Date; side: 'applicant' | 'office'; authorId: string; text: string }[]
}

/** What a telling needs besides its cases. */
export interface Telling {
  ports: CasesPorts
  /** A desk as of an instant, in scope `system`. */
  deskAt: (instant: Date) => Desk
  /** Answers what neither records nor the telling answer. */
  answer: (field: Field, today: string) => Plain
  /** Keeps a file, as somebody brought it. */
  keepFile: (desk: Desk, by: string) => Promise<Pick<PaperRow, 'id' | 'name' | 'type' | 'size' | 'sha256'>>
}

/** Everything that is asked, answered. */
async function answersFor(telling: Telling, desk: Desk, told: ToldCase, { prepared }: Definition): Promise<Answered> {
  const today = dayOf(desk.now())
  const records = await recordsFor(telling.ports, desk, prepared, told.subject)
  const answers: Record<string, Plain | null> = { ...told.answers }
  // A later question may depend on an earlier answer: one round for each question is always enough.
  for (const { key } of prepared.service.fields) {
    const asked = readForm({ prepared, answers }, records, today).fields.find(({ field }) => field.key === key)
    if (!asked) continue
    if (asked.known !== undefined || asked.applies === false) delete answers[key]
    else if (asked.given === null && !asked.field.optional) answers[key] = telling.answer(asked.field, today)
  }
  return answers
}

/** A promise where one may stand in, else a file. */
async function papersFor(telling: Telling, desk: Desk, id: string, { applicant }: ToldCase, { prepared }: Definition) {
  const given: DraftPapers = {}
  for (const { id: paper, promise } of prepared.service.papers ?? []) {
    if (promise) given[paper] = { promised: true }
    else {
      const file = await telling.keepFile(desk, applicant)
      const { tx, city, now } = desk
      await insertPaper(tx, { city, caseId: id, paper, ...file, uploadedAt: now(), uploadedBy: applicant })
      given[paper] = { file: file.id }
    }
  }
  return given
}

const ownActing = ({ subject, applicant }: ToldCase): Acting => ({
  person: applicant,
  at: () => ({
    person: applicant,
    roles: [],
    organisations: subject.kind === 'organisation' ? [subject.id] : [],
  }),
  mandates: [],
})

/** The command of a step as somebody would give it who has just looked at the case. */
function commandOf({ step, words }: ToldStep, id: string, { prepared, state }: Live): Command {
  const { step: defined } = prepared.steps.get(step)!
  const [reason] = prepared.service.reasons ?? []
  return {
    id,
    step,
    expected: state.n,
    seen: hashOfFacts(state.facts, sha256),
    ...((defined.refuses || words !== undefined) && {
      reason: { ...(defined.refuses && reason && { id: reason.id }), ...(words !== undefined && { words }) },
    }),
  }
}

async function officerActing(desk: Desk, person: string): Promise<Acting> {
  const duties = await dutiesOf(desk.tx, desk.city, person)
  return dutyActing({ person, district: null, duties, ties: (await tiesOf(desk, [person]))(person) })
}

async function takeToldStep(telling: Telling, id: string, told: ToldCase, step: ToldStep): Promise<void> {
  const desk = telling.deskAt(step.at)
  const row = (await holdCase(desk.tx, desk.city, id))!
  const acting =
    step.by === clockActing.person
      ? clockActing
      : step.by === told.applicant
        ? ownActing(told)
        : await officerActing(desk, step.by)
  const live = await liveStory(desk, row)
  await perform(telling.ports, desk, live, acting, commandOf(step, desk.newId(), live))
}

/**
 * Tells a case from its submission on, as far as the rules let it: a firm that the policy refuses is granted nothing in a
 * made-up city either. Scope `system`.
 * @returns whether it came to its end
 * @throws what refuses its submission
 */
export async function tellCase(telling: Telling, told: ToldCase): Promise<boolean> {
  const desk = telling.deskAt(told.at)
  const definition = await serviceOf(desk, told.service)
  if (!definition) return false
  const id = desk.newId()
  const { prepared, file } = definition
  await openCase(telling.ports, desk, {
    id,
    prepared,
    file,
    subject: told.subject,
    acting: ownActing(told),
    opening: { mode: 'easy', concerned: [] },
    answers: await answersFor(telling, desk, told, definition),
    papers: await papersFor(telling, desk, id, told, definition),
  })
  for (const { at, text, ...message } of told.messages ?? []) {
    const { tx, city, newId, secrets } = desk
    const sealed = { textSealed: secrets.seal(text), sentAt: at, seenAt: null }
    await insertMessage(tx, { city, id: newId(), caseId: id, ...message, ...sealed })
  }
  try {
    for (const step of told.steps) await takeToldStep(telling, id, told, step)
    return true
  } catch (error) {
    // Refused before anything was written.
    if (error instanceof AppError) return false
    throw error
  }
}
