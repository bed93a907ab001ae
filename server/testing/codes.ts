import { accountsRoutes, ProblemError } from '@renshu/contracts'
import { expect, vi } from 'vitest'
import type { TestApp } from './app.ts'

let phones = 0
/** A phone that nobody was given. */
export const unusedPhone = () => `137${String(++phones).padStart(8, '0')}`

const anybody = (app: TestApp) => app.as(accountsRoutes)

/** The newest message to a phone, once the queue has carried more of them than before. */
async function nextMessage(app: TestApp, phone: string, before: number): Promise<string> {
  return vi.waitFor(
    async () => {
      const { items } = await anybody(app).listShownMessages()
      const own = items.filter(({ to }) => to === phone)
      expect(own.length).toBeGreaterThan(before)
      return own[0]!.text
    },
    { timeout: 15_000, interval: 50 },
  )
}

/** Does what sends a message to a phone, and reads it on the screen of development. */
export async function messageTo(app: TestApp, phone: string, work: () => Promise<unknown>): Promise<string> {
  const before = (await anybody(app).listShownMessages()).items.filter(({ to }) => to === phone).length
  await work()
  return nextMessage(app, phone, before)
}

/** Asks for a one-time code and reads it from its message. */
export async function codeFor(app: TestApp, phone: string): Promise<string> {
  const text = await messageTo(app, phone, () => anybody(app).sendCode({ body: { phone } }))
  return /\d{6}/.exec(text)![0]
}

/** Expects a call to be refused with a code. */
export async function refused(code: string, call: Promise<unknown>): Promise<void> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(ProblemError)
  expect((error as ProblemError).problem.code).toBe(code)
}
