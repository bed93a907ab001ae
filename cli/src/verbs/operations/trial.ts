import {
  type City,
  type CitySizes,
  type DemoAccount,
  demoAccounts,
  LARGE,
  makeTrialCity,
  type Progress,
  type RunningServer,
} from '@renshu/server'
import type { OptionOf } from '../../commands.ts'
import type { Arguments } from '../../parse.ts'
import { say, type Terminal } from '../../terminal.ts'
import { layOutTable } from '../../text/table.ts'

/** Wide enough that no account is clipped. */
const WIDTH = 1000
/** Records from which on it takes minutes. */
const LONG = 20_000

type Services = RunningServer['services']

/** The sizes asked for. @throws Stop (usage) for one that is no number */
function sizesOf(args: Arguments<OptionOf<'start'>>): Partial<CitySizes> {
  const sizes: Partial<CitySizes> = args.value('demo-size') === 'large' ? { ...LARGE } : {}
  for (const size of ['agencies', 'employers', 'talents', 'postings'] as const)
    if (args.has(`demo-${size}`)) sizes[size] = args.count(`demo-${size}`, 0)
  return sizes
}

/** Tells every tenth of what takes long; a city of the usual size is made before anybody asks. */
function tellProgress(terminal: Terminal): Progress {
  const { progress } = terminal.messages.demo
  let told = ''
  return (what, done, of) => {
    const percent = Math.floor((10 * done) / of) * 10
    const now = `${progress[what]} ${percent} %`
    if (of < LONG || now === told) return
    told = now
    void say(terminal, now)
  }
}

/** Makes the city up where this is a trial and it is empty. @throws Stop (usage) for a size that is no number */
export function prepareTrial(
  args: Arguments<OptionOf<'start'>>,
  terminal: Terminal,
): (services: Services) => Promise<void> {
  const sizes = sizesOf(args)
  return async (services) => {
    if (args.has('no-demo')) return
    const { making, goingOn } = terminal.messages.demo
    const begin = ({ name }: City, isGoneOnWith: boolean) =>
      say(terminal, (isGoneOnWith ? goingOn : making)(name[terminal.language]))
    await makeTrialCity(services, sizes, begin, tellProgress(terminal))
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
