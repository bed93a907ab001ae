import type { CaseDecision, CaseFile, DecideBody, OfficerStepBody } from '@renshu/contracts'
import { type Command, isRefusal } from '@renshu/cases'
import type { z } from 'zod'
import type { Context } from '../../../platform/http/index.ts'
import { fail, refused } from '../errors.ts'
import { CHECKED } from '../forms/counter.ts'
import { requirePapers } from '../forms/drafts.ts'
import { behalfOf } from '../forms/on-behalf.ts'
import { sealedPapers } from '../forms/open-case.ts'
import type { CasesPorts } from '../ports.ts'
import { decideOn } from '../running/decide.ts'
import { requireCase } from '../running/on-duty.ts'
import type { Acting } from '../running/actor.ts'
import { knownOf, type Live, liveStory, perform, sceneFor } from '../running/perform.ts'
import { holdCase } from '../store/cases.ts'
import type { CaseRow, DraftPapers } from '../tables.ts'
import { caseFile, type Seeing } from '../views/file.ts'
import { seenView } from '../views/seen.ts'
import { decisionView } from '../views/decision.ts'
import { definitionOf } from '../definitions/library.ts'
import { unmasked } from '../running/account.ts'
import type { SeeingOf } from './read.ts'
import { recordObjections } from './objections.ts'

/** Only an officer says that he checked the card. */
type Body = z.output<typeof OfficerStepBody>

/** The papers of a step, by the hashes of their files. @throws cases.unknownPaper */
async function papersOf(context: Context, row: CaseRow, given: NonNullable<Body['papers']>) {
  await requirePapers(context, await definitionOf(context, row.service, row.version), row.id, given)
  const papers: DraftPapers = Object.fromEntries(
    Object.entries(given).flatMap(([id, one]) => (one === null ? [] : [[id, one]])),
  )
  return sealedPapers(context, row.id, papers)
}

const commandOf = (context: Context, { command, step, expected, given, reason, seen, resolve }: Body): Command => ({
  id: command ?? context.newId(),
  step,
  expected,
  ...(given && { given }),
  ...(reason && {
    reason: {
      ...(reason.id !== undefined && { id: reason.id }),
      ...(reason.words !== undefined && { words: reason.words }),
    },
  }),
  ...(seen !== undefined && { seen }),
  ...(resolve && { resolve }),
})

/**
 * As whom the caller takes the step: an officer takes that of an applicant who has no phone and stands before him for
 * him, which the history says.
 * @throws cases.idCardNeeded
 */
async function actingFor(
  context: Context,
  { row, prepared }: Live,
  { side, acting }: Seeing,
  { step, checked, reason }: Pick<Body, 'step' | 'checked' | 'reason'>,
): Promise<{ acting: Acting; reason: Body['reason'] }> {
  const isApplicants = prepared.steps.get(step)?.step.role === 'applicant'
  const behalf =
    side === 'office' && isApplicants ? await behalfOf(context, row, await seenView(context, row), acting) : undefined
  if (!behalf) return { acting, reason }
  if (checked !== 'idCard') throw fail.idCardNeeded()
  const words = [`${CHECKED.idCard}，本人在窗口办理`, reason?.words].filter(Boolean).join('；')
  return { acting: behalf, reason: { ...reason, words } }
}

/**
 * One step of the caller on a case he may see. Two at once wait for each other, and the second one is told that the
 * case has moved on.
 * @throws cases.noCase, cases.unknownPaper, and what the step itself may meet
 */
export async function takeStep(
  ports: CasesPorts,
  context: Context,
  id: string,
  body: Body,
  seeingOf: SeeingOf,
): Promise<CaseFile> {
  await requireCase(context, id)
  // One change of scope for all of it: each is a round trip to the database.
  return context.asSystem(async () => {
    // Held first: duties and ties count as they stand once nobody else moves the case.
    const held = (await holdCase(context.tx, context.city, id))!
    const seeing = await seeingOf(context)
    const papers = body.papers && (await papersOf(context, held, body.papers))
    const live = await liveStory(context, held)
    const resolve = body.resolve && (await unmasked(ports, context, live, body.resolve))
    const { acting, reason } = await actingFor(context, live, seeing, body)
    const done = await perform(ports, context, live, acting, {
      ...commandOf(context, { ...body, resolve, reason }),
      ...(papers && { papers }),
    })
    const { row } = done.live
    if (held.objections > 0 && row.objections === 0) await recordObjections(context, held)
    return caseFile(ports, context, row, seeing, done)
  })
}

/**
 * What the policy says if the step was taken so; nothing is changed.
 * @throws cases.noCase, cases.noPolicy, cases.ended, and the engine's refusal of the facts
 */
export async function tryDecision(
  ports: CasesPorts,
  context: Context,
  id: string,
  body: z.output<typeof DecideBody>,
  seeingOf: SeeingOf,
): Promise<CaseDecision> {
  const row = await requireCase(context, id)
  const { acting } = await seeingOf(context)
  return context.asSystem(async () => {
    const live = await liveStory(context, row)
    const resolve = body.resolve && (await unmasked(ports, context, live, body.resolve))
    const command = commandOf(context, { ...body, resolve, expected: row.n })
    const scene = sceneFor(context, live, acting, body.step, await knownOf(ports, context, live))
    const decided = await decideOn(ports, context, live, command, scene)
    if (!decided) throw fail.noPolicy()
    if (isRefusal(decided)) throw refused(decided, context.language)
    return decisionView(decided)
  })
}
