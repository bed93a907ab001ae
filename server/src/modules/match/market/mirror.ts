import type { Job } from '@renshu/match'
import { type JobChange, readJobChanges } from '../../jobs/index.ts'
import { readTalentChanges, type Seeking, type TalentChange } from '../../talents/index.ts'
import { dayOf } from '../../../platform/clock.ts'
import type { Mirror, Source } from '../../../platform/changes/index.ts'
import { Market } from './market.ts'

interface State {
  market: Market
  today: () => string
}

const districtOf = (places: readonly string[]): string | null => places[0]?.slice(0, 6) ?? null
const occupationOf = ({ occupations }: Pick<Job, 'occupations'>): string | null => occupations[0]?.code ?? null

function applyJob({ market }: State, { id, listedUntil, openings, job }: JobChange): void {
  if (!listedUntil || listedUntil < market.day) return market.removeJob(id)
  const known = { openings, occupation: occupationOf(job), district: districtOf(job.places) }
  market.putJob(job, known)
}

function applyTalent({ market }: State, change: TalentChange): void {
  const { id, active, visibleUntil, personId, agencyId, visibility, talent } = change
  // Somebody whose wish was not repeated is shown to no employer, but finds his own recommendations when he comes back.
  if (!personId && !agencyId) return market.removeTalent(id)
  const [wish] = talent.wishes
  const isLooking = active && (visibleUntil === null || visibleUntil >= market.day)
  market.putTalent(talent, {
    isLooking,
    isHidden: !isLooking || visibility === 'hidden',
    occupation: wish ? occupationOf(wish) : null,
    district: districtOf(homeFirst(talent)),
  })
}

const homeFirst = ({ home, places }: Seeking): string[] => [...(home ? [home] : []), ...places]

const jobs: Source<State, JobChange> = {
  read: readJobChanges,
  apply: (state, rows) => rows.forEach((row) => applyJob(state, row)),
}
const talents: Source<State, TalentChange> = {
  read: readTalentChanges,
  apply: (state, rows) => rows.forEach((row) => applyTalent(state, row)),
}

/** The match index of a city in every process, fed by the streams of postings and profiles; decision 0011. */
export const marketMirror: Mirror<State> = {
  open: (_, now) => ({ market: new Market(dayOf(now())), today: () => dayOf(now()) }),
  sources: [jobs, talents],
  loaded: ({ market }, isBeside) => market.load(isBeside),
  // Ages of postings and starting days are counted from the day of the index.
  isStale: ({ market, today }) => market.day !== today() || market.isOutgrown,
}
