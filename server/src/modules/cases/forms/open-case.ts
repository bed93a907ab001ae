import { act, type Command, hashOfFacts, type Opening, type Papers, type Prepared, type Scene } from '@renshu/cases'
import type { Plain } from '@renshu/policy'
import { sql } from 'kysely'
import { dayOf } from '../../../platform/clock.ts'
import type { RecordSubject } from '../../../platform/records.ts'
import { organisationNamed } from '../../registry/index.ts'
import { keepVersion } from '../definitions/library.ts'
import { fail, refused } from '../errors.ts'
import { tell } from '../notices/tell.ts'
import type { CasesPorts, Desk } from '../ports.ts'
import type { Acting } from '../running/actor.ts'
import { keepNew } from '../running/keep.ts'
import { recordsFor } from '../running/records.ts'
import { sceneOf } from '../running/scene.ts'
import { sha256 } from '../settings.ts'
import { casesOfApplicant } from '../store/cases.ts'
import { papersOf } from '../store/papers.ts'
import type { CaseRow, DraftPapers } from '../tables.ts'
import { requireConcerned } from './drafts.ts'
import { type Answered, decideForm, readForm, roundNow, rowOf } from './form.ts'

/** What a case is opened from. */
export interface OpeningRequest {
  /** Of the case; a form or entitlement becomes the case of its id. */
  id: string
  prepared: Prepared
  file: string
  subject: RecordSubject
  acting: Acting
  opening: Pick<Opening, 'mode' | 'acceptance'> & { concerned: readonly string[] }
  answers: Answered
  /** Answered on a form that lay for a while: where a record has come to answer, that is what counts and is shown. */
  isKeptForm?: true
  papers: DraftPapers
  reason?: Command['reason']
  entitlementId?: string
}

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Code of the receipt: nobody guesses it, and it can be read out. */
function codeOf({ secrets, now }: Desk, id: string): string {
  const bytes = Buffer.from(secrets.blind('cases.receipt', id), 'hex')
  const letters = [...bytes.subarray(0, 10)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
  return `${dayOf(now()).replaceAll('-', '')}-${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** Papers as the engine takes them: files by their hash. */
export async function sealedPapers(
  desk: Pick<Desk, 'tx' | 'city'>,
  caseId: string,
  given: DraftPapers,
): Promise<Papers> {
  const files = new Map((await papersOf(desk.tx, desk.city, caseId)).map(({ id, sha256: hash }) => [id, hash]))
  return Object.fromEntries(
    Object.entries(given).flatMap(([id, one]): [string, Papers[string]][] => {
      if (!('file' in one)) return [[id, one]]
      const hash = files.get(one.file)
      return hash === undefined ? [] : [[id, { file: hash }]]
    }),
  )
}

/** What is said by whoever opens the case; of a kept form nothing that a record answers or that is not asked any more. */
function ownAnswers(
  { prepared, answers, isKeptForm }: OpeningRequest,
  known: ReadonlySet<string>,
): Record<string, Plain> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) =>
      value === null || (isKeptForm && (known.has(key) || !prepared.fields.has(key))) ? [] : [[key, value]],
    ),
  )
}

/** Two requests of one applicant for one service wait for each other, wherever they come from. */
const waitTurn = ({ tx, city }: Desk, { prepared, subject }: OpeningRequest) =>
  sql`select pg_advisory_xact_lock(hashtext(${`${city} ${prepared.service.key} ${subject.id}`}))`.execute(tx)

/** @throws cases.roundDone, cases.alreadyOpen */
async function requireNew(desk: Desk, { prepared, subject }: OpeningRequest, round: string | null, hash: string) {
  const before = await casesOfApplicant(desk.tx, desk.city, prepared.service.key, rowOf(subject))
  const isBar = (one: (typeof before)[number]) => !prepared.service.recurs?.again || one.ended === null
  const sameRound = round === null ? undefined : before.find((one) => one.round === round && isBar(one))
  if (sameRound) throw fail.roundDone({ round: round!, code: sameRound.code })
  const same = before.find(({ ended, answersHash }) => ended === null && answersHash === hash)
  if (same) throw fail.alreadyOpen({ code: same.code })
}

/** Organisations that the case is about: those chosen, and the one that the form names where one bears that name. */
async function concernedIn({ tx, city }: Desk, { prepared, opening, answers }: OpeningRequest): Promise<string[]> {
  const name = prepared.service.concerned && answers[prepared.service.concerned]
  const named = typeof name === 'string' && (await organisationNamed(tx, city, name))
  return [...new Set([...opening.concerned, ...(named ? [named] : [])])]
}

/** The command that opens the case, and the scene in which it is tried. */
async function commandOf(ports: CasesPorts, desk: Desk, request: OpeningRequest, round: string | null) {
  const { id, prepared, subject, acting, opening, reason } = request
  const records = await recordsFor(ports, desk, prepared, subject)
  const read = readForm(request, records, dayOf(desk.now()))
  const decided = await decideForm(ports, desk, request, read)
  const known = new Set(read.fields.flatMap(({ field, known: value }) => (value === undefined ? [] : [field.key])))
  const command: Command = {
    id,
    step: prepared.first.steps![0]!.id,
    expected: 0,
    given: ownAnswers(request, known),
    papers: await sealedPapers(desk, id, request.papers),
    ...(reason && { reason }),
    opening: {
      applicant: subject.kind === 'person' ? { person: subject.id } : { organisation: subject.id },
      concerned: (await concernedIn(desk, request)).map((organisation) => ({ organisation })),
      mode: opening.mode,
      ...(opening.acceptance !== undefined && { acceptance: opening.acceptance }),
      ...(round !== null && { round }),
    },
  }
  const actor = acting.at(opening.acceptance ?? 'city')
  const scene: Scene = sceneOf(desk, id, actor, acting, records)
  return { command, scene: decided ? { ...scene, decision: decided.decision } : scene }
}

/**
 * Opens a case with its first step. Scope `system`.
 * @throws the failure of the engine's refusal; cases.roundDone, cases.alreadyOpen, cases.noConcerned
 */
export async function openCase(ports: CasesPorts, desk: Desk, request: OpeningRequest): Promise<CaseRow> {
  const { id, prepared, file, subject, entitlementId = null } = request
  requireConcerned(prepared, request.opening.concerned)
  await waitTurn(desk, request)
  const round = (await roundNow(desk, prepared, subject))?.key ?? null
  const { command, scene } = await commandOf(ports, desk, request, round)
  const answer = act(prepared, undefined, command, scene)
  if (!('events' in answer)) throw 'refusal' in answer ? refused(answer.refusal, desk.language ?? 'zh') : fail.noStep()
  const { events, state } = answer
  const answersHash = hashOfFacts(state.facts, sha256)
  await requireNew(desk, request, round, answersHash)
  await keepVersion(desk, { prepared, file })
  const done = { prepared, before: undefined, events, state }
  const founding = { id, code: codeOf(desk, id), ...rowOf(subject), answersHash, entitlementId }
  const row = await keepNew(ports, desk, founding, done)
  await tell(desk, row, done)
  return row
}
