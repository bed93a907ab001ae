import { cpus, totalmem } from 'node:os'
import { type Section, figure } from '../figures.ts'
import type { BenchPlan } from '../plan.ts'

/** Where, when and with what the bench runs. */
export function describeMachine({ talents, jobs, questions, threads, seed }: BenchPlan): Section {
  const cores = cpus()
  return {
    name: 'machine',
    figures: [
      figure('date', new Date().toISOString().slice(0, 10), 'text'),
      figure('processor', cores[0]?.model.trim() || process.arch, 'text'),
      figure('cores', cores.length, 'count'),
      figure('memory', totalmem(), 'bytes'),
      figure('node', process.version, 'text'),
      figure('talents', talents, 'count'),
      figure('jobs', jobs, 'count'),
      figure('questions', questions, 'count'),
      figure('threads', threads, 'count'),
      figure('seed', String(seed), 'text'),
    ],
  }
}
