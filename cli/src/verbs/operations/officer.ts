import { appointOfficer, OfficerRefused } from '@renshu/server'
import type { OptionOf } from '../../commands.ts'
import { Stop } from '../../failure/stop.ts'
import { type Arguments, takeOperands } from '../../parse.ts'
import { say, type Terminal } from '../../terminal.ts'
import { withServices } from './opening.ts'

/** `renshu officer add`: the first administrator of a new installation, and anybody after. */
export async function officer(args: Arguments<OptionOf<'officer'>>, terminal: Terminal): Promise<void> {
  const [task] = takeOperands('officer', args.operands, ['add']) as [string]
  if (task !== 'add') throw new Stop('usage', (m) => m.operations.unknownTask('officer', task, ['add']))
  const name = args.value('name') ?? ''
  const given = {
    phone: args.value('phone') ?? '',
    name,
    district: args.value('district') ?? null,
    administrator: args.has('administrator'),
  }
  await withServices(async (services) => {
    const city = args.value('city') ?? services.config.CITY
    if (!services.cities.has(city))
      throw new Stop('usage', (m) => m.operations.unknownCity(city, [...services.cities.keys()]))
    await appointOfficer(services, city, given).catch((error: unknown) => {
      throw error instanceof OfficerRefused ? refusalOf(error) : error
    })
  })
  await say(terminal, terminal.messages.operations.officerAdded(name))
}

function refusalOf({ refusal }: OfficerRefused): Stop {
  if (refusal.kind === 'input') return new Stop('usage', (m) => m.operations.officerInput(refusal.fields))
  return new Stop('usage', (m) => m.operations.officerRefused(refusal))
}
