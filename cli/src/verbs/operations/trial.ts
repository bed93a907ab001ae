import { type City, type DemoAccount, demoAccounts, makeTrialCity, type RunningServer } from '@renshu/server'
import type { OptionOf } from '../../commands.ts'
import type { Arguments } from '../../parse.ts'
import { say, type Terminal } from '../../terminal.ts'
import { layOutTable } from '../../text/table.ts'

/** Wide enough that no account is clipped. */
const WIDTH = 1000

type Services = RunningServer['services']

const sizeOf = (args: Arguments<OptionOf<'start'>>, option: 'demo-agencies' | 'demo-employers') =>
  args.has(option) ? args.count(option, 0) : undefined

/** Makes the city up where this is a trial and it is empty. @throws Stop (usage) for a size that is no number */
export function prepareTrial(
  args: Arguments<OptionOf<'start'>>,
  terminal: Terminal,
): (services: Services) => Promise<void> {
  const agencies = sizeOf(args, 'demo-agencies')
  const employers = sizeOf(args, 'demo-employers')
  const sizes = { ...(agencies !== undefined && { agencies }), ...(employers !== undefined && { employers }) }
  return async (services) => {
    if (args.has('no-demo')) return
    await makeTrialCity(services, sizes, (city) =>
      say(terminal, terminal.messages.demo.making(city.name[terminal.language])),
    )
  }
}

/** Says how to sign in to a city that was made up; nothing of another. */
export async function tellAccounts({ services }: RunningServer, terminal: Terminal): Promise<void> {
  const { config, cities } = services
  const city = cities.get(config.CITY)
  const accounts = city && config.DEVELOPMENT ? await demoAccounts(services, city) : []
  if (!accounts.length) return
  const { demo } = terminal.messages
  const rows = accounts.map((account) => rowOf(account, city!, terminal))
  await say(terminal, [demo.intro, ...layOutTable([demo.columns, ...rows], { width: WIDTH })].join('\n'))
}

function rowOf({ role, phone, name, totp, district, member }: DemoAccount, city: City, terminal: Terminal): string[] {
  const { demo } = terminal.messages
  const place = city.districts.find(({ code }) => code === district)?.name[terminal.language]
  const scope = totp && !district ? demo.wholeCity : (place ?? '')
  return [demo.roles[role], phone, name, member?.name ?? scope, totp ?? '']
}
