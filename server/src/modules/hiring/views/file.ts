import type { ProcessFile, Stage } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import { isOpen, type Who } from '../rules/index.ts'
import { saidBefore } from '../../jobs/index.ts'
import { hasCv } from '../../talents/index.ts'
import { eventsOf, messagesOf, slotTimes } from '../store/details.ts'
import { filesBy } from '../store/files.ts'
import type { EventRow, FollowUpRow, MessageRow, ProcessRow } from '../tables.ts'
import { type Around, lookAround, processView, talentName } from './describe.ts'

type NameOf = (who: Who) => string

/** Names beside steps and messages; an officer appears as the bureau. */
function namesIn(context: Context, row: ProcessRow, roles: readonly Who[], around: Around): NameOf {
  const { cities, city, language } = context
  const names: Record<Who, string> = {
    talent: talentName(context, row, roles, around),
    employer: around.organisations.get(row.organisationId)?.name ?? '',
    agency: around.organisations.get(row.agencyId ?? '')?.name ?? '',
    officer: cities.get(city)?.bureau[language] ?? '',
    system: '',
  }
  return (who) => names[who]
}

const eventView = (
  event: EventRow,
  nameOf: NameOf,
  times: ReadonlyMap<string, Date>,
): ProcessFile['events'][number] => ({
  id: event.id,
  step: event.step,
  stage: event.stage,
  at: event.happenedAt.toISOString(),
  by: event.who,
  byName: nameOf(event.who),
  reason: event.reason,
  note: event.note,
  slotAt: (event.step === 'book' && times.get((event.data as { slotId: string }).slotId)?.toISOString()) || null,
  followUp: null,
})

/** An answered follow-up among the steps: what was said, and who said it for whom. */
const answerView = (
  { id, days, answer, answeredBy, answeredAt, note }: FollowUpRow,
  nameOf: NameOf,
): ProcessFile['events'] =>
  answer && answeredBy && answeredAt
    ? [
        {
          id,
          step: 'followUp',
          stage: 'placed',
          at: answeredAt.toISOString(),
          by: answeredBy,
          byName: nameOf(answeredBy),
          reason: null,
          note,
          slotAt: null,
          followUp: { days, answer },
        },
      ]
    : []

export const messageView = ({ id, side, text, sentAt, seenAt }: MessageRow, name: string) => ({
  id,
  from: side,
  name,
  text,
  at: sentAt.toISOString(),
  seenAt: seenAt?.toISOString() ?? null,
})

const DAY = 86_400_000

/** Days spent in each stage, to a tenth; the present one up to now while the process is open. */
export function stageDays(
  row: Pick<ProcessRow, 'stage'>,
  events: readonly EventRow[],
  now: Date,
): ProcessFile['stageDays'] {
  const spent = new Map<Stage, number>()
  for (const [at, { stage, happenedAt }] of events.entries()) {
    const until = events[at + 1]?.happenedAt ?? (isOpen(row) ? now : happenedAt)
    spent.set(stage, (spent.get(stage) ?? 0) + until.getTime() - happenedAt.getTime())
  }
  return [...spent].map(([stage, time]) => ({ stage, days: Math.round((time / DAY) * 10) / 10 }))
}

/** The name of the caller's own side, for what he wrote just now. */
export const nameOfSide = async (context: Context, row: ProcessRow, roles: readonly Who[], who: Who): Promise<string> =>
  namesIn(context, row, roles, await lookAround(context, [row], roles))(who)

/** Ids of the documents by which an officer placed. */
export const evidenceOf = (events: readonly EventRow[]): string[] =>
  events.flatMap(({ step, data }) => (step === 'place' ? (data as { documents: string[] }).documents : []))

/** Postings the process was about: the present one, then those that were merged into it. */
const jobsOf = ({ jobId }: ProcessRow, events: readonly EventRow[]): [string, ...string[]] => [
  jobId,
  ...events.flatMap(({ step, data }) => (step === 'move' ? (data as { from: string }).from : [])),
]

/** The whole of a process as somebody in some roles sees it; messages are not an officer's to read. */
export async function fileView(context: Context, row: ProcessRow, roles: readonly Who[]): Promise<ProcessFile> {
  const { tx, city, now } = context
  const around = await lookAround(context, [row], roles)
  const nameOf = namesIn(context, row, roles, around)
  const events = await eventsOf(tx, city, row.id)
  const times = await slotTimes(tx, city, row.id)
  const isOfficer = roles.includes('officer')
  const messages = isOfficer ? [] : await messagesOf(tx, city, row.id)
  return {
    ...processView(context, row, around, roles),
    appliedTo: await context.asSystem(() => saidBefore(context, jobsOf(row, events), row.jobHash)),
    events: [
      ...events.map((event) => eventView(event, nameOf, times)),
      ...around.followUps.flatMap((asked) => answerView(asked, nameOf)),
    ],
    cv: !isOfficer && row.contact && !row.held && isOpen(row) && (await hasCv(context, row.talentId)),
    evidence: isOfficer ? await filesBy(tx, city, evidenceOf(events)) : [],
    messages: messages.map((message) => messageView(message, nameOf(message.side))),
    stageDays: stageDays(row, events, now()),
  }
}
