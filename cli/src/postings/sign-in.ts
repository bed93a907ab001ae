import { randomUUID } from 'node:crypto'
import { accountsRoutes, type Client, clientOf } from '@renshu/contracts'
import { demoPhone } from '@renshu/server'
import { setTimeout as sleep } from 'node:timers/promises'
import { Stop } from '../failure/stop.ts'
import { type Server, told } from '../register/over-http.ts'

type Accounts = Client<typeof accountsRoutes>

const clientFor = ({ address, city }: Omit<Server, 'token'>, token?: string): Accounts =>
  clientOf(accountsRoutes, {
    origin: address,
    send: (request) => fetch(request),
    newKey: randomUUID,
    headers: () => ({ 'renshu-city': city, ...(token && { authorization: `Bearer ${token}` }) }),
  })

const TRIES = 40
const BETWEEN_TRIES_MS = 250

/** When the newest message was shown that a platform in development shows instead of sending it. */
async function lastShown(accounts: Accounts): Promise<string> {
  const { items } = await accounts.listShownMessages()
  return items.map(({ sentAt }) => sentAt).reduce((last, sentAt) => (sentAt > last ? sentAt : last), '')
}

/** The code of a message shown after an instant; the one before it is good no more. */
async function shownCode(accounts: Accounts, phone: string, after: string): Promise<string | undefined> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { items } = await accounts.listShownMessages()
    const texts = items.flatMap(({ to, text, sentAt }) => (to === phone && sentAt > after ? [text] : []))
    const code = texts.flatMap((text) => /\b\d{6}\b/.exec(text)?.[0] ?? [])[0]
    if (code) return code
    await sleep(BETWEEN_TRIES_MS)
  }
  return undefined
}

/** Signs in as the employer of a made-up city; undefined where the platform is none or does not answer. */
export async function signInToDemo(server: Omit<Server, 'token'>): Promise<string | undefined> {
  const accounts = clientFor(server)
  const ways = await accounts.signInWays().catch(() => undefined)
  if (!ways?.development) return undefined
  const phone = demoPhone('employerOwner')
  try {
    const before = await lastShown(accounts)
    await accounts.sendCode({ body: { phone } })
    const code = await shownCode(accounts, phone, before)
    const session = code && (await accounts.signInByCode({ body: { phone, code, client: 'program' } }))
    return session ? (session.token ?? undefined) : undefined
  } catch (error) {
    throw told(error, server)
  }
}

export interface Recruiter {
  name: string
  /** Organisations he may recruit for as a member. */
  organisationIds: string[]
}

/** Whom the token belongs to. */
export async function recruiterOf(server: Server): Promise<Recruiter> {
  const { me } = await clientFor(server, server.token)
    .currentSession()
    .catch((error: unknown) => {
      throw told(error, server)
    })
  const own = (me?.memberships ?? []).filter(
    ({ role, throughOrganisationId }) => role !== 'viewer' && throughOrganisationId === null,
  )
  return { name: me?.name ?? '', organisationIds: own.map(({ organisationId }) => organisationId) }
}

/** @throws Stop (usage) unless it is said, or there is only one it can be */
export function chooseOrganisation(named: string | undefined, { organisationIds }: Recruiter): string {
  if (named) return named
  const [only, ...others] = organisationIds
  if (!only || others.length > 0) throw new Stop('usage', (m) => m.import.organisationNeeded)
  return only
}
