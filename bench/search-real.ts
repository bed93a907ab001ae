/**
 * Search over real titles: how well labelled questions are answered and what each part adds. The postings are read from
 * the data beside the clone, the questions and what answers them from `search/labels/real-queries.tsv`. `--each` tells
 * of every question what it found.
 */
import { ABLATIONS, QUALITY_HEAD, qualityLine } from './search/labels.ts'
import { judge, measureReal, realPostings } from './search/real.ts'

const postings = realPostings(process.argv.includes('--short') ? 10_000 : Infinity)
const questions = judge(postings)
const tell = process.argv.includes('--each') ? (line: string) => process.stdout.write(`${line}\n`) : undefined
process.stdout.write(`${postings.length} postings of different titles, ${questions.length} questions\n${QUALITY_HEAD}`)
for (const [name, parts] of ABLATIONS)
  process.stdout.write(qualityLine(name, measureReal(parts, postings, questions, name === 'all' ? tell : undefined)))
