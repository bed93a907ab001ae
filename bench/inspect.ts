/** All real postings through `renshu inspect` in one go: what is understood, how fast, in how much memory. */
import { runRenshu } from './run-command.ts'
import { sharedData } from './shared-data.ts'

const postings = sharedData('postings/postings_zh.jsonl.gz')
const { seconds, peakMemoryMb, first } = await runRenshu(['inspect', postings, '--json'])
process.stdout.write(`${first}\nwall ${seconds} s, peak ${peakMemoryMb} MB\n`)
