/** The real postings against the real seekers with `renshu match`, both directions: wall time and memory. */
import { runRenshu } from './run-command.ts'
import { sharedData } from './shared-data.ts'

const postings = sharedData('postings/postings_zh.jsonl.gz')
const seekers = sharedData('seekers/teddy2023_seekers_masked.jsonl')
/** The jobs' side writes millions of lines; the short form leaves it out. */
const directions = process.argv.includes('--short') ? ['talents'] : ['talents', 'jobs']
for (const from of directions) {
  const run = await runRenshu([
    'match',
    postings,
    seekers,
    '--from',
    from,
    '--top',
    '10',
    '--json',
    '--as-of',
    '2024-06-30',
  ])
  process.stdout.write(
    `from ${from}: ${run.seconds} s, peak ${run.peakMemoryMb} MB, ${run.lines} matches and near misses, ${run.megabytes} MB of JSON\n`,
  )
}
