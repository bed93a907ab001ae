import type { CaseFile, CaseMessage, CasePaper } from '@renshu/contracts'
import { valuesOf } from '@renshu/cases'
import type { Context } from '../../../platform/http/index.ts'
import { fileView as paperFile } from '../forms/form.ts'
import type { CasesPorts } from '../ports.ts'
import type { Acting } from '../running/actor.ts'
import { decideFacts } from '../running/decide.ts'
import type { Live } from '../running/perform.ts'
import { recordsFor, subjectOf } from '../running/records.ts'
import { type Story, storyOf } from '../running/story.ts'
import { bookingsOfCase } from '../store/counters.ts'
import { messagesOf, objectionsOf } from '../store/messages.ts'
import { papersOf } from '../store/papers.ts'
import type { CaseRow, MessageRow, ObjectionRow, PaperRow } from '../tables.ts'
import { assignedView, cardView, lookAround, type Side } from './card.ts'
import { choicesFor } from './choices.ts'
import { decisionView } from './decision.ts'
import { clocksView, eventView, factsView } from './events.ts'
import { namesOf } from './names.ts'
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

/** What the policy says of the facts as they are, for the day whose policy counts. Scope `system`. */
async function decidedView(ports: CasesPorts, context: Context, { row, prepared, state }: Live) {
  const decided = await decideFacts(ports, context, prepared, subjectOf(row), valuesOf(state.facts), row.effective)
  return decided ? decisionView(decided, row.decisionId) : null
}

/** What hangs on a case, read together. Scope `system`. */
async function attached({ tx, city }: Context, { id }: CaseRow) {
  return {
    files: await papersOf(tx, city, id),
    messages: await messagesOf(tx, city, id),
    objections: await objectionsOf(tx, city, id),
    bookings: await bookingsOfCase(tx, city, id),
  }
}

/** What only a case can tell whose words were not erased. Scope `system`. */
async function toldView(ports: CasesPorts, context: Context, live: Live, { acting, side }: Seeing) {
  const { row, prepared, state } = live
  const records = await recordsFor(ports, context, prepared, subjectOf(row), state.facts)
  return {
    clocks: clocksView(context, live),
    choices: choicesFor(context, live, { acting, isMasked: side === 'office' }, records),
    facts: factsView(context, live, side === 'office'),
    decided: await decidedView(ports, context, live),
  }
}

/** What came of a case, each with the instant of its event. */
const reachedView = ({ prepared, events }: Story): CaseFile['outcomes'] => {
  const names = new Map((prepared.service.outcomes ?? []).map(({ id, name }) => [id, name]))
  return events.flatMap(({ at, body }) =>
    (body?.outcomes ?? []).map(({ kind, key, fen }) => ({
      kind,
      name: names.get(key.slice(key.indexOf('/') + 1))!,
      at,
      fen: fen ?? null,
    })),
  )
}

const reviewView = ({ service: { review } }: Story['prepared']): CaseFile['review'] =>
  review ? { text: review.text, service: review.service ?? null } : null

const ERASED = { clocks: [], choices: [], facts: [], decided: null }

/** The whole of a case as somebody may see it. */
export async function caseFile(ports: CasesPorts, context: Context, row: CaseRow, seeing: Seeing): Promise<CaseFile> {
  return context.asSystem(async () => {
    const around = await lookAround(context, [row], seeing.side)
    const card = cardView(context, row, around)
    const story = await storyOf(context, row)
    const { prepared, events, state } = story
    const live = state && { ...story, state }
    const told = live ? await toldView(ports, context, live, seeing) : ERASED
    const { files, messages, objections, bookings } = await attached(context, row)
    const isOffice = seeing.side === 'office'
    const names = await namesOf(
      context,
      isOffice
        ? [
            ...events.map(({ actor }) => (actor === 'clock' ? null : actor)),
            ...objections.map(({ personId }) => personId),
          ]
        : [],
      row.concerned,
    )
    const views = events.map((event) => eventView(context, story, event, names))
    return {
      ...card,
      ...told,
      version: row.version,
      effective: row.effective,
      concerned: row.concerned.map((id) => ({ id, name: names.get(id) ?? '' })),
      events: views,
      papers: live ? papersView(live, files) : [],
      outcomes: reachedView(story),
      review: reviewView(prepared),
      messages: messages.map((one) => messageView(context, one, card.applicant.name)),
      appointments: bookings.map(({ id, startsAt, minutes, name }) => ({
        id,
        startsAt: startsAt.toISOString(),
        minutes,
        place: name,
      })),
      objections: isOffice ? objections.map((one) => objectionView(context, one, names)) : [],
      assigned: isOffice ? assignedView(context, row, around) : null,
      drawing: drawingOf(prepared),
    }
  })
}
