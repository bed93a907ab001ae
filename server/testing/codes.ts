import { accountsRoutes, type OwnCodePurpose, ProblemError } from '@renshu/contracts'
import { expect, vi } from 'vitest'
import type { TestApp } from './app.ts'

let phones = 0
/** A phone that nobody was given. */
export const unusedPhone = () => `137${String(++phones).padStart(8, '0')}`

const anybody = (app: TestApp) => app.as(accountsRoutes)

/** What a pattern captured in the messages to a phone, newest first. */
async function captured(app: TestApp, phone: string, pattern: RegExp): Promise<string[]> {
  const { items } = await anybody(app).listShownMessages()
  return items.filter(({ to }) => to === phone).flatMap(({ text }) => pattern.exec(text)?.[1] ?? [])
}

/** Does what sends a message, and reads from the screen of development what is new in it. */
export async function newIn(
  app: TestApp,
  phone: string,
  pattern: RegExp,
  work: () => Promise<unknown>,
): Promise<string> {
  const before = await captured(app, phone, pattern)
  await work()
  return vi.waitFor(
    async () => {
      const now = await captured(app, phone, pattern)
      expect(now.length).toBeGreaterThan(before.length)
      return now[0]!
    },
    { timeout: 15_000, interval: 50 },
  )
}

const CODE = /验证码 (\d{6})/

/** Asks for a one-time code to sign in with and reads it from its message. */
export const codeFor = (app: TestApp, phone: string): Promise<string> =>
  newIn(app, phone, CODE, () => anybody(app).sendCode({ body: { phone } }))

/** Proof by a one-time code that somebody signed in asked for, to the phone of the account. */
export const proofFor = async (
  app: TestApp,
  { token, phone }: { token: string; phone: string },
  purpose: OwnCodePurpose,
): Promise<{ code: string }> => {
  const send = () => app.as(accountsRoutes, { token }).sendOwnCode({ body: { purpose } })
  return { code: await newIn(app, phone, CODE, send) }
}

/** The one-time code that shows that a phone, to which an account is to move, is at hand. */
export const newPhoneCodeFor = (app: TestApp, token: string, phone: string): Promise<string> =>
  newIn(app, phone, CODE, () => app.as(accountsRoutes, { token }).sendNewPhoneCode({ body: { phone } }))

/** Does what invites a phone, and reads the invitation's code from its message. */
export const invitationFor = (app: TestApp, phone: string, work: () => Promise<unknown>): Promise<string> =>
  newIn(app, phone, /邀请码 ([a-z0-9]{10})/, work)

/** Expects a call to be refused with a code. */
export async function refused(code: string, call: Promise<unknown>): Promise<void> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(ProblemError)
  expect((error as ProblemError).problem.code).toBe(code)
}
