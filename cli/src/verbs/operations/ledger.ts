import { citiesWithLedger, type Head, type Opened, sealCity, type VerificationReport, verifyCity } from '@renshu/server'
import type { OptionOf } from '../../commands.ts'
import { Stop } from '../../failure/stop.ts'
import { type Arguments, takeOperands } from '../../parse.ts'
import { say, type Terminal, write } from '../../terminal.ts'
import { withServices } from './opening.ts'

type Services = Opened['services']
type LedgerArguments = Arguments<OptionOf<'ledger'>>
const TASKS = { verify: verifyAll, seal: sealAll }

/** `renshu ledger verify|seal`. */
export async function ledger(args: LedgerArguments, terminal: Terminal): Promise<void> {
  const [task] = takeOperands('ledger', args.operands, ['verify|seal']) as [string]
  if (task !== 'verify' && task !== 'seal')
    throw new Stop('usage', (m) => m.operations.unknownTask('ledger', task, Object.keys(TASKS)))
  await TASKS[task](args, terminal)
}

/** `370200:12:ab34…` by city. */
function headsOf(values: readonly string[]): Map<string, Head> {
  const heads = values.map((value): [string, Head] => {
    const [, city, number, hash] = /^(\d{6}):([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(value) ?? []
    if (!city || !hash) throw new Stop('usage', (m) => m.operations.badHead(value))
    return [city, { number: Number(number), hash: hash.toLowerCase() }]
  })
  return new Map(heads)
}

const headLine = (city: string, { number, hash }: Head): string => `${city}:${number}:${hash}\n`

async function verifyAll(args: LedgerArguments, terminal: Terminal): Promise<void> {
  const heads = headsOf(args.values('head'))
  const reports = await withServices(async (services: Services) => {
    const cities = new Set([...(await citiesWithLedger(services)), ...heads.keys()])
    const found: VerificationReport[] = []
    for (const city of [...cities].toSorted()) found.push(await verifyCity(services, city, heads.get(city)))
    return found
  })
  if (!reports.length) await say(terminal, terminal.messages.operations.noLedger())
  for (const report of reports)
    await (args.has('json') ? write(terminal.output, `${JSON.stringify(report)}\n`) : tell(report, terminal))
  const differences = reports.reduce((sum, { found }) => sum + found, 0)
  if (differences) throw new Stop('failed', (m) => m.operations.differences(differences))
}

async function tell(report: VerificationReport, { output, messages: { operations } }: Terminal): Promise<void> {
  const { city, entries, batches, unsealed, found, problems, head } = report
  if (found) {
    const lines = [
      operations.ledgerDiffers(city, found),
      ...problems.map((each) => `  ${operations.chainProblem(each)}`),
    ]
    if (found > problems.length) lines.push(`  ${operations.more(found - problems.length)}`)
    await write(output, lines.map((line) => `${line}\n`).join(''))
  } else await write(output, `${operations.whole(city, entries, batches, unsealed)}\n`)
  if (head) await write(output, headLine(city, head))
}

async function sealAll(args: LedgerArguments, terminal: Terminal): Promise<void> {
  const { output, messages } = terminal
  await withServices(async (services: Services) => {
    for (const city of await citiesWithLedger(services)) {
      const batches = await sealCity(services, city)
      const head = batches.at(-1)
      const entries = batches.reduce((sum, batch) => sum + batch.entries, 0)
      if (args.has('json')) {
        const { number, hash } = head ?? { number: null, hash: null }
        await write(output, `${JSON.stringify({ city, batches: batches.length, entries, number, hash })}\n`)
      } else if (head) {
        await say(terminal, messages.operations.sealed(city, batches.length, entries))
        await write(output, headLine(city, head))
      } else await say(terminal, messages.operations.nothingToSeal(city))
    }
  })
}
