import { availableParallelism } from 'node:os'
import type { OptionOf } from '../commands.ts'
import { Stop } from '../failure/stop.ts'
import { type Arguments, takeOperands } from '../parse.ts'

export const PEERS = ['postgres', 'sqlite'] as const
export type PeerName = (typeof PEERS)[number]

/** What is to be measured. */
export type BenchPlan = {
  /** 1 … 9,999,999, as many as the made-up city has. */
  talents: number
  jobs: number
  peers: PeerName[]
  /** Worker threads that match the whole city. */
  threads: number
  /** Questions of each side whose time is taken. */
  questions: number
  seed: number
}

const MOST_RECORDS = 9_999_999
const MOST_QUESTIONS = 1_000_000
/** One thread of the engine's is the main one. */
const MOST_WORKERS = 15
const QUESTIONS = 2000
const SEED = 1

/** @throws Stop (usage) naming the option and what it may be */
export function planFrom(args: Arguments<OptionOf<'bench'>>): BenchPlan {
  const [subject] = takeOperands('bench', args.operands, ['match']) as [string]
  if (subject !== 'match') throw new Stop('usage', (m) => m.bench.unknownSubject(subject))
  const missing = (['talents', 'jobs'] as const).filter((name) => !args.has(name)).map((name) => `--${name}`)
  if (missing.length > 0) throw new Stop('usage', (m) => m.usage.missingOptions('bench match', missing))
  const threads = Math.min(availableParallelism(), MOST_WORKERS)
  return {
    talents: whole(args, 'talents', { most: MOST_RECORDS }),
    jobs: whole(args, 'jobs', { most: MOST_RECORDS }),
    peers: peersIn(args.value('peers')),
    threads: whole(args, 'threads', { most: MOST_WORKERS, otherwise: threads }),
    questions: whole(args, 'questions', { most: MOST_QUESTIONS, otherwise: QUESTIONS }),
    seed: whole(args, 'seed', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: SEED }),
  }
}

type Range = { least?: number; most: number; otherwise?: number }

function whole(
  args: Arguments<OptionOf<'bench'>>,
  option: OptionOf<'bench'>,
  { least = 1, most, otherwise }: Range,
): number {
  const spelled = args.value(option)
  if (spelled === undefined && otherwise !== undefined) return otherwise
  const value = Number(spelled)
  if (!/^\d+$/.test(spelled ?? '') || value < least || value > most)
    throw new Stop('usage', (m) => m.bench.outOfRange(`--${option}`, spelled ?? '', least, most))
  return value
}

function peersIn(spelled: string | undefined): PeerName[] {
  const names = spelled === undefined ? [] : spelled.split(',')
  const isPeer = (name: string): name is PeerName => (PEERS as readonly string[]).includes(name)
  const unknown = names.find((name) => !isPeer(name))
  if (unknown !== undefined) throw new Stop('usage', (m) => m.usage.badChoice('--peers', unknown, PEERS))
  return PEERS.filter((name) => names.includes(name))
}
