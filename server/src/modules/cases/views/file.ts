import type { ApplicantSeen, CaseFile, CaseMessage, CasePaper } from '@renshu/contracts'
import { valuesOf } from '@renshu/cases'
import type { Context } from '../../../platform/http/index.ts'
import { fileView as paperFile } from '../forms/form.ts'
import { behalfOf } from '../forms/on-behalf.ts'
import { paymentStates } from '../../payments/index.ts'
import type { Decided } from '../../policy/index.ts'
import type { CasesPorts } from '../ports.ts'
import { barredFromAccounts } from '../running/account.ts'
import type { Acting } from '../running/actor.ts'
import { decideFacts } from '../running/decide.ts'
import { knownOf, type Live, type Performed } from '../running/perform.ts'
import { recordsBeside, subjectOf } from '../running/records.ts'
import { type Story, storyOf } from '../running/story.ts'
import { type Attached, attachedTo } from '../store/attached.ts'
import type { CaseRow, MessageRow, ObjectionRow, PaperRow } from '../tables.ts'
import { assignedView, cardView, type Side } from './card.ts'
import { choicesFor } from './choices.ts'
import { decisionView } from './decision.ts'
import { clocksView, eventView, factsView } from './events.ts'
import { namesOf } from './names.ts'
import { besidePolicy } from './policy-says.ts'
import { seenView } from './seen.ts'
import { drawingOf } from './service.ts'

/** As whom somebody sees a case. */
export interface Seeing {
  side: Side
  acting: Acting
}

export const messageView = (
  { secrets, cities, city, language }: Context,
  { id, side, textSealed, sentAt, seenAt }: MessageRow,
  applicant: string,
): CaseMessage => ({
  id,
  from: side,
  by: side === 'applicant' ? applicant : (cities.get(city)?.bureau[language] ?? ''),
  text: textSealed === null ? '' : secrets.open(textSealed),
  at: sentAt.toISOString(),
  seenAt: seenAt?.toISOString() ?? null,
})

const openText = ({ secrets }: Context, sealed: string | null) => (sealed === null ? '' : secrets.open(sealed))

export const objectionView = (context: Context, row: ObjectionRow, names: ReadonlyMap<string, string>) => ({
  id: row.id,
  at: row.madeAt.toISOString(),
  by: names.get(row.personId) ?? '',
  text: openText(context, row.textSealed),
  status: row.status,
  answer: row.answerSealed === null ? null : openText(context, row.answerSealed),
})

/** Papers as the case has them now, with the newest file of each hash. */
function papersView({ prepared, state }: Live, files: readonly PaperRow[]): CasePaper[] {
  return (prepared.service.papers ?? []).flatMap(({ id, name }): CasePaper[] => {
    const paper = state.papers[id]
    if (!paper) return []
    const shown = { paper: id, name, file: null, record: null }
    if ('record' in paper) return [{ ...shown, by: 'record', record: paper.record }]
    if ('promised' in paper) return [{ ...shown, by: 'promise' }]
    const file = files.findLast((one) => one.paper === id && one.sha256 === paper.file)
    return [{ ...shown, by: 'file', file: file ? paperFile(file) : null }]
  })
}

/**
 * What the policy says of the facts as they are, for the day whose policy counts; of a case that ended by it what was
 * decided then, which its own payment must not undo. Scope `system`.
 */
async function decidedView(ports: CasesPorts, context: Context, { row, prepared, state }: Live, before?: Decided) {
  const { end } = prepared.stages.get(state.stage)!
  if (end && row.decisionId)
    return decisionView(await ports.policies.keptDecision(context, row.decisionId), row.decisionId)
  const decided =
    before ?? (await decideFacts(ports, context, prepared, subjectOf(row), valuesOf(state.facts), row.effective))
  return decided ? decisionView(decided, row.decisionId) : null
}

type Read = Pick<Performed, 'known' | 'decided'>

/** How whoever sees a case sees its accounts. Scope `system`. */
async function accountsFor(context: Context, row: CaseRow, { side, acting }: Seeing) {
  if (side === 'applicant') return 'full'
  return (await barredFromAccounts(context, row, acting)) ? 'masked' : 'unmaskable'
}

/** What only a case can tell whose words were not erased. Scope `system`. */
async function toldView(
  ports: CasesPorts,
  context: Context,
  live: Live,
  { acting, side, seen }: Seeing & { seen: ApplicantSeen | null },
  read: Read,
) {
  const { prepared, state } = live
  const known = read.known ?? (await knownOf(ports, context, live))
  const records = recordsBeside(context, known, prepared, state.facts)
  const behalf = await behalfOf(context, live.row, seen, acting)
  const choices = choicesFor(context, live, { acting, behalf, isMasked: side === 'office' }, records)
  const decided = await decidedView(ports, context, live, read.decided)
  return {
    clocks: clocksView(context, live),
    choices: side === 'office' ? besidePolicy(prepared, choices, decided) : choices,
    facts: factsView(context, live, await accountsFor(context, live.row, { side, acting })),
    decided,
  }
}

/** What came of a case, each with the instant of its event; of a payment, how far it is: the bank has the last word. Scope `system`. */
async function reachedView({ tx, city }: Context, { row, prepared, events }: Story): Promise<CaseFile['outcomes']> {
  const pays = events.some(({ body }) => body?.outcomes?.some(({ kind }) => kind === 'pay'))
  const payments = pays ? await paymentStates(tx, city, row.id) : undefined
  const names = new Map((prepared.service.outcomes ?? []).map(({ id, name }) => [id, name]))
  return events.flatMap(({ at, body }) =>
    (body?.outcomes ?? []).map(({ kind, key, fen }) => ({
      kind,
      name: names.get(key.slice(key.indexOf('/') + 1))!,
      at,
      fen: fen ?? null,
      payment: payments?.get(key) ?? null,
    })),
  )
}

const reviewView = ({ service: { review } }: Story['prepared']): CaseFile['review'] =>
  review ? { text: review.text, service: review.service ?? null } : null

const NOBODY: ReadonlyMap<string, string> = new Map()
const ERASED = { clocks: [], choices: [], facts: [], decided: null }

/** Everybody whom the file of a case names; the applicant is told no officer. */
const peopleIn = (row: CaseRow, { events }: Story, { objections }: Attached, side: Side) =>
  side === 'applicant'
    ? [row.personId]
    : [
        row.personId,
        row.assignee,
        ...events.map(({ actor }) => (actor === 'clock' ? null : actor)),
        ...objections.map(({ personId }) => personId),
      ]

/**
 * The whole of a case as somebody may see it.
 * @param done where a command was just performed on it: what that read is not read again
 */
export async function caseFile(
  ports: CasesPorts,
  context: Context,
  row: CaseRow,
  seeing: Seeing,
  done?: Performed,
): Promise<CaseFile> {
  return context.asSystem(async () => {
    const { side } = seeing
    const isOffice = side === 'office'
    const story: Story = done?.live ?? (await storyOf(context, row))
    const { prepared, events, state } = story
    const live = state && { ...story, state }
    const seen = isOffice ? await seenView(context, row) : null
    const told = live ? await toldView(ports, context, live, { ...seeing, seen }, done ?? {}) : ERASED
    const hanging = await attachedTo(context.tx, context.city, row.id, side)
    const { papers, messages, earlier, objections, bookings, unseen } = hanging
    const names = await namesOf(context, peopleIn(row, story, hanging, side), [row.organisationId, ...row.concerned])
    const around = { prepared: new Map([[row.version, prepared]]), names, unseen: new Map([[row.id, unseen]]) }
    const card = cardView(context, row, around)
    return {
      ...card,
      ...told,
      version: row.version,
      effective: row.effective,
      concerned: row.concerned.map((id) => ({ id, name: names.get(id) ?? '' })),
      events: events.map((event) => eventView(context, story, event, isOffice ? names : NOBODY)),
      papers: live ? papersView(live, papers) : [],
      outcomes: await reachedView(context, story),
      review: reviewView(prepared),
      messages: messages.map((one) => messageView(context, one, card.applicant.name)),
      earlierMessages: earlier,
      appointments: bookings.map(({ id, startsAt, minutes, name }) => ({
        id,
        startsAt: startsAt.toISOString(),
        minutes,
        place: name,
      })),
      objections: isOffice ? objections.map((one) => objectionView(context, one, names)) : [],
      assigned: isOffice ? assignedView(context, row, around) : null,
      seen,
      drawing: drawingOf(prepared),
    }
  })
}
