import type { CaseDecision, CaseFile, CaseStepBody, DecideBody } from '@renshu/contracts'
import { type Command, isRefusal } from '@renshu/cases'
import type { z } from 'zod'
import type { Context } from '../../../platform/http/index.ts'
import { fail, refused } from '../errors.ts'
import { requirePapers } from '../forms/drafts.ts'
import { sealedPapers } from '../forms/open-case.ts'
import type { CasesPorts } from '../ports.ts'
import { decideOn } from '../running/decide.ts'
import { liveStory, perform, sceneFor } from '../running/perform.ts'
import { holdCase } from '../store/cases.ts'
import type { CaseRow, DraftPapers } from '../tables.ts'
import { caseFile } from '../views/file.ts'
import { decisionView } from '../views/decision.ts'
import { definitionOf } from '../definitions/library.ts'
import { unmasked } from '../running/account.ts'
import { requireCase, type SeeingOf } from './read.ts'
import { recordObjections } from './objections.ts'

type Body = z.output<typeof CaseStepBody>

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
    const seeing = await seeingOf(context)
    const held = (await holdCase(context.tx, context.city, id))!
    const papers = body.papers && (await papersOf(context, held, body.papers))
    const resolve = body.resolve && (await unmasked(ports, context, held, body.resolve))
    const next = await perform(ports, context, held, seeing.acting, {
      ...commandOf(context, { ...body, resolve }),
      ...(papers && { papers }),
    })
    if (held.objections > 0 && next.objections === 0) await recordObjections(context, held)
    return caseFile(ports, context, next, seeing)
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
    const resolve = body.resolve && (await unmasked(ports, context, row, body.resolve))
    const command = commandOf(context, { ...body, resolve, expected: row.n })
    const scene = await sceneFor(ports, context, live, acting, body.step)
    const decided = await decideOn(ports, context, live, command, scene)
    if (!decided) throw fail.noPolicy()
    if (isRefusal(decided)) throw refused(decided, context.language)
    return decisionView(decided)
  })
}
