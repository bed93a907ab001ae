import type { OptionOf } from '../commands.ts'
import type { Section } from '../bench/figures.ts'
import { PeerMissing, findPostgres, findSqlite } from '../bench/peers/index.ts'
import { type PeerName, planFrom } from '../bench/plan.ts'
import { printSection } from '../bench/print.ts'
import { measureAll } from '../bench/run.ts'
import { Stop } from '../failure/stop.ts'
import type { Arguments } from '../parse.ts'
import { type Terminal, widthOf, write } from '../terminal.ts'

const FINDERS: Record<PeerName, () => unknown> = { postgres: () => findPostgres(), sqlite: () => findSqlite() }

/** `renshu bench match`: how large, how exact and how fast the engine is on a made-up city, and how others do. */
export async function bench(args: Arguments<OptionOf<'bench'>>, terminal: Terminal): Promise<void> {
  const plan = planFrom(args)
  for (const peer of plan.peers) checkInstalled(peer)
  const { messages, output } = terminal
  const width = widthOf(output, 120)
  const sections: Section[] = []
  for await (const section of measureAll(plan, terminal)) {
    sections.push(section)
    if (!args.has('json')) await write(output, `${printSection(section, messages, width).join('\n')}\n\n`)
  }
  if (args.has('json')) await write(output, `${JSON.stringify({ sections })}\n`)
  demandAll(sections)
}

/** @throws Stop (failed) naming the first section in which something that ought to hold does not */
export function demandAll(sections: readonly Section[]): void {
  for (const { name, failure } of sections)
    if (failure !== undefined) throw new Stop('failed', (m) => m.bench.failed(m.bench.section[name], failure))
}

function checkInstalled(peer: PeerName): void {
  try {
    FINDERS[peer]()
  } catch (error) {
    if (!(error instanceof PeerMissing)) throw error
    throw new Stop('input', (m) => m.bench.peerMissing(error.program, error.install))
  }
}
