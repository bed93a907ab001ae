import { sendLater } from '../../../platform/messages/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { matchesPassword } from '../passwords.ts'
import { limitCodes, LOCK, MINUTE, MOST_TRIES } from '../rules.ts'
import {
  codesSent,
  countTry,
  forgetPasswordTries,
  insertCode,
  insertPasswordTry,
  isCode,
  latestCode,
  lockPhone,
  wrongPasswords,
} from '../store/codes.ts'
import { blindPhone, type Person } from '../store/people.ts'
import type { Desk } from '../tables.ts'
import { newCode } from '../tokens.ts'

const WORDS = {
  zh: (code: string) => `【人枢】验证码 ${code}，5 分钟内有效。工作人员不会向您索要验证码，请勿告诉他人。`,
  en: (code: string) => `[Renshu] Your code is ${code}, valid for 5 minutes. Nobody of us will ever ask you for it.`,
}

/**
 * Sends a one-time code. It does not look whether anybody has the phone, so the answer cannot tell.
 * @throws accounts.tooManyCodes
 */
export async function sendCode(context: Context, phone: string): Promise<void> {
  const phoneBlind = blindPhone(context, phone)
  await lockPhone(context, phoneBlind)
  limitCodes(await codesSent(context, phoneBlind), context.now())
  const code = newCode()
  const until = await insertCode(context, phoneBlind, code)
  const text = WORDS[context.language](code)
  await sendLater(context.tx, context, {
    channel: 'sms',
    to: context.secrets.seal(phone),
    kind: 'accounts.loginCode',
    text,
    until,
  })
}

/**
 * The newest code of a phone, right, in time, and for the first time.
 * @throws accounts.codeWrong, with the try counted
 */
export async function proveCode(desk: Desk, phone: string, code: string): Promise<void> {
  const latest = await latestCode(desk, blindPhone(desk, phone))
  if (!latest || latest.usedAt || latest.expiresAt <= desk.now() || latest.tries >= MOST_TRIES) throw fail.codeWrong()
  const isRight = isCode(desk, latest, code)
  await countTry(desk, latest.id, isRight)
  if (!isRight) throw fail.codeWrong()
}

/**
 * The password of whoever has the phone. Unknown phones, people without a password and wrong passwords are answered
 * alike and take as long.
 * @throws accounts.passwordWrong, with the try counted; accounts.tooManyTries
 */
export async function provePassword(
  desk: Desk,
  phone: string,
  password: string,
  person: Person | undefined,
): Promise<Person> {
  const phoneBlind = blindPhone(desk, phone)
  await lockPhone(desk, phoneBlind)
  if ((await wrongPasswords(desk, phoneBlind)) >= MOST_TRIES) throw fail.tooManyTries({ minutes: LOCK / MINUTE })
  if (!(await matchesPassword(password, person?.passwordHash ?? null)) || !person) {
    await insertPasswordTry(desk, phoneBlind)
    throw fail.passwordWrong()
  }
  await forgetPasswordTries(desk, phoneBlind)
  return person
}

export type Proof = { code: string } | { password: string }

/** That the caller holds the account, beyond having its session. */
export async function prove(desk: Desk, person: Person, proof: Proof): Promise<void> {
  const phone = person.phoneSealed && desk.secrets.open(person.phoneSealed)
  if (!phone) throw fail.codeWrong()
  if ('code' in proof) await proveCode(desk, phone, proof.code)
  else await provePassword(desk, phone, proof.password, person)
}
