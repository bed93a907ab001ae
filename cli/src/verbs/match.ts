import { buildIndex } from '@renshu/match'
import type { OptionOf } from '../commands.ts'
import { type Loaded, loadJobs, loadTalents, openBoth, saveRejects } from '../match/load.ts'
import { rankLists, type Side, type Sides, type Sink } from '../match/lists.ts'
import { openSinks } from '../match/sinks.ts'
import { type MatchPlan, planMatch } from '../match/plan.ts'
import type { Arguments } from '../parse.ts'
import { openProgress, type Progress, SILENT } from '../progress.ts'
import { say, type Terminal } from '../terminal.ts'

/** `renshu match JOBS TALENTS`: two files in, ranked and explained matches out. */
export async function match(args: Arguments<OptionOf<'match'>>, terminal: Terminal): Promise<void> {
  const started = Date.now()
  const plan = await planMatch(args)
  const { messages } = terminal
  const [jobs, talents] = await openBoth(plan)
  const loadedJobs = await loadJobs(jobs, openProgress(terminal, messages.match.reading(plan.jobs)))
  const loadedTalents = await loadTalents(talents, openProgress(terminal, messages.match.reading(plan.talents)))
  const rejects = {
    jobs: await saveRejects(plan.jobs, loadedJobs.rejects, terminal.language),
    talents: await saveRejects(plan.talents, loadedTalents.rejects, terminal.language),
  }
  const sides: Sides = { jobs: loadedJobs.records, talents: loadedTalents.records }
  const progress = openMatching(plan, terminal, started)
  const found = await rankAll(sides, plan, await openSinks(plan, terminal), progress)
  await say(terminal, countRows('jobs', loadedJobs, rejects.jobs, terminal))
  await say(terminal, countRows('talents', loadedTalents, rejects.talents, terminal))
  await say(terminal, messages.match.found(found.matches, found.nearMisses, (Date.now() - started) / 1000))
  if (plan.out) await say(terminal, messages.match.written(plan.out))
}

/** A bar would run through lines that are being printed on the same terminal. */
function openMatching(plan: MatchPlan, terminal: Terminal, started: number): Progress {
  const isPrinting = terminal.output.isTTY && (plan.json || !plan.out)
  return isPrinting ? SILENT : openProgress(terminal, terminal.messages.match.matching, started)
}

/** Gives every list to every sink and counts. @throws IntakeError when a result cannot be written */
async function rankAll(sides: Sides, plan: MatchPlan, sinks: Sink[], progress: Progress) {
  progress.show(0)
  const index = buildIndex({ ...sides, asOf: plan.asOf, settings: plan.settings })
  const found = { matches: 0, nearMisses: 0 }
  try {
    for (const side of plan.sides)
      for (const list of rankLists(side, sides, index, plan)) {
        for (const { match } of list.pairs) found[match.nearMiss ? 'nearMisses' : 'matches']++
        for (const sink of sinks) await sink.add(list)
        progress.show((list.number + 1) / sides[side].length)
      }
    for (const sink of sinks) await sink.close()
    return found
  } catch (error) {
    for (const sink of sinks) await sink.discard()
    throw error
  } finally {
    progress.clear()
  }
}

function countRows<Record>(
  side: Side,
  loaded: Loaded<Record>,
  rejects: string | undefined,
  { messages }: Terminal,
): string {
  const [accepted, rejected] = [loaded.records.length, loaded.rejects.length]
  return messages.match.counts(side, loaded.path, { accepted, rejected, notes: loaded.notes, rejects })
}
