import { access, constants, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import {
  type Columns,
  detectKind,
  type Note,
  openSource,
  readJobs,
  readTalents,
  recogniseColumns,
  type Reject,
  type Source,
  writeRejects,
} from '@renshu/intake'
import type { Job, Talent } from '@renshu/match'
import type { Language } from '../commands.ts'
import type { Progress } from '../progress.ts'
import { Stop } from '../failure/stop.ts'
import { mapFor } from './column-map.ts'
import type { MatchPlan } from './plan.ts'

export type Opened = { source: Source; columns: Columns }
export type Loaded<Record> = {
  path: string
  records: Record[]
  rejects: Reject[]
  /** Values of accepted rows that were left out because they could not be read. */
  notes: number
}

/** Opens both files and recognises their columns before a single row is read. @throws Stop, IntakeError */
export async function openBoth(plan: MatchPlan): Promise<[Opened, Opened]> {
  const jobs = await openSource(plan.jobs, plan.sources.jobs)
  const talents = await openSource(plan.talents, plan.sources.talents)
  if (detectKind(jobs.columns) === 'talents' && detectKind(talents.columns) === 'jobs')
    throw new Stop('usage', (m) => m.match.swapped(plan.jobs, plan.talents))
  const columns = {
    jobs: mapFor('jobs', jobs.columns, plan.maps),
    talents: mapFor('talents', talents.columns, plan.maps),
  }
  for (const map of plan.maps) if (!map.isUsed) throw new Stop('usage', (m) => m.match.unusedMap(map.column))
  return [
    { source: jobs, columns: recogniseColumns(jobs.columns, 'jobs', columns.jobs) },
    { source: talents, columns: recogniseColumns(talents.columns, 'talents', columns.talents) },
  ]
}

export const loadJobs = ({ source, columns }: Opened, progress: Progress): Promise<Loaded<Job>> =>
  load(source, readJobs(source, columns), ({ job }) => job, progress)

export const loadTalents = ({ source, columns }: Opened, progress: Progress): Promise<Loaded<Talent>> =>
  load(source, readTalents(source, columns), ({ talent }) => talent, progress)

async function load<Read extends { notes: Note[] }, Record>(
  source: Source,
  reads: AsyncIterable<Read | { reject: Reject }>,
  recordOf: (read: Read) => Record,
  progress: Progress,
): Promise<Loaded<Record>> {
  const loaded: Loaded<Record> = { path: source.path, records: [], rejects: [], notes: 0 }
  for await (const read of reads) {
    progress.show(source.progress())
    if ('reject' in read) loaded.rejects.push(read.reject)
    else {
      loaded.records.push(recordOf(read))
      loaded.notes += read.notes.length
    }
  }
  progress.clear()
  return loaded
}

/**
 * Saves the rejected rows and returns where. A file left by an earlier run is removed when nothing is rejected any more,
 * so that nobody mends rows that are fine.
 */
export async function saveRejects(path: string, rejects: Reject[], language: Language): Promise<string | undefined> {
  const target = await rejectsBeside(path)
  if (rejects.length === 0) {
    await rm(target, { force: true }).catch(() => undefined)
    return undefined
  }
  await writeRejects(target, rejects, language)
  return target
}

/** Where the rejected rows of a file are saved: beside it, or in the current folder when that is not writable. */
export async function rejectsBeside(path: string): Promise<string> {
  const beside = `${path}.rejects.csv`
  return (await isMeantForWriting(dirname(beside))) ? beside : basename(beside)
}

/** False for a folder marked read-only also when an administrator could write there all the same. */
async function isMeantForWriting(folder: string): Promise<boolean> {
  const mayWrite = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
  return mayWrite && ((await stat(folder)).mode & 0o222) !== 0
}
