/** The index against the definition on real records: the same ids and scores in the same order, both directions. */
import { openSource, readJobs, readTalents, recogniseColumns } from '@renshu/intake'
import { type Job, type Match, type Ranking, type Talent, buildIndex, rankJobs, rankTalents } from '@renshu/match'
import { sharedData } from './shared-data.ts'

const AS_OF = '2024-06-30'
const [K, NEAR] = [20, 5]
/** Every how many records one is asked; judging everybody for one talent takes about a second. */
const steps = process.argv.includes('--short') ? { talents: 100, jobs: 4000 } : { talents: 12, jobs: 500 }

const jobs: Job[] = []
const postings = await openSource(sharedData('postings/postings_zh.jsonl.gz'))
for await (const read of readJobs(postings, recogniseColumns(postings.columns, 'jobs'), { asOf: AS_OF }))
  if ('job' in read) jobs.push(read.job)
const talents: Talent[] = []
const seekers = await openSource(sharedData('seekers/teddy2023_seekers_masked.jsonl'))
for await (const read of readTalents(seekers, recogniseColumns(seekers.columns, 'talents'), { asOf: AS_OF }))
  if ('talent' in read) talents.push(read.talent)

const index = buildIndex({ jobs, talents, asOf: AS_OF })
const ofIndex = (found: Match[], side: 'jobId' | 'talentId') =>
  found.map((match) => `${match[side]} ${match.score}`).join('\n')
const ofDefinition = ({ matches, nearMisses }: Ranking) =>
  [...matches, ...nearMisses].map(({ id, fit }) => `${id} ${fit.points / 100}`).join('\n')

let [asked, equal] = [0, 0]
for (let talent = 0; talent < talents.length; talent += steps.talents) {
  const truth = rankJobs(talents[talent]!, jobs, K, NEAR, index.scene)
  asked++
  if (ofIndex(index.jobsForTalent(talent, K, NEAR), 'jobId') === ofDefinition(truth)) equal++
}
process.stdout.write(`talent → ${K} jobs of ${jobs.length}: ${equal} of ${asked} answers equal the definition\n`)
const missed = asked - equal
asked = equal = 0
for (let job = 0; job < jobs.length; job += steps.jobs) {
  const truth = rankTalents(jobs[job]!, talents, K, NEAR, index.scene)
  asked++
  if (ofIndex(index.talentsForJob(job, K, NEAR), 'talentId') === ofDefinition(truth)) equal++
}
process.stdout.write(`job → ${K} talents of ${talents.length}: ${equal} of ${asked} answers equal the definition\n`)
process.exitCode = missed + asked - equal > 0 ? 1 : 0
