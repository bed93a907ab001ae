/** The server of the bench: a process of its own with a made-up city, that answers over HTTP and over its channel. */
import { type Config, configOf, type DemoRole, demoAccounts, makeTrialCity, startServer } from '@renshu/server'
import { findOrCreate, openSession } from '../../server/src/modules/accounts/index.ts'
import { measureLedger, type LedgerSpeeds } from './ledger.ts'

type Services = Awaited<ReturnType<typeof startServer>>['services']

export type Question = { kind: 'ledger'; single: number; bulk: number } | { kind: 'end' }
export type Answer =
  | { kind: 'ready'; address: string; tokens: Partial<Record<DemoRole, string>> }
  | { kind: 'ledger'; speeds: LedgerSpeeds }
  | { kind: 'failed'; message: string }

const say = (answer: Answer): void => void process.send!(answer)

async function signIn({ database, secrets, clock, cities, ...services }: Services, { CITY }: Config) {
  const accounts = await demoAccounts({ database, secrets, clock, cities, ...services }, cities.get(CITY)!)
  const tokens: Partial<Record<DemoRole, string>> = {}
  for (const { role, phone, totp } of accounts)
    tokens[role] = await database.transaction({ kind: 'system', city: CITY }, async (tx) => {
      const desk = { tx, city: CITY, secrets, ...clock }
      const { personId } = await findOrCreate(desk, phone)
      return openSession(desk, { personId, userAgent: 'bench', confirmed: totp !== null })
    })
  return tokens
}

const config = configOf({ ...process.env, PORT: '0', DEVELOPMENT: 'on' })
const server = await startServer(config, async ({ services }) => {
  await makeTrialCity(services, {}, async () => {})
})
process.on('message', async (question: Question) => {
  try {
    if (question.kind === 'ledger') say({ kind: 'ledger', speeds: await measureLedger(server.services, question) })
    else {
      await server.stop()
      process.disconnect()
    }
  } catch (error) {
    say({ kind: 'failed', message: String(error) })
  }
})
say({ kind: 'ready', address: server.address, tokens: await signIn(server.services, config) })
