import type { OwnCodePurpose, Proof } from '@renshu/contracts'
import type { Context, Language } from '../../../../platform/http/index.ts'
import { sendLater } from '../../../../platform/messages/index.ts'
import { fail } from '../../errors.ts'
import { matchesPassword } from '../../passwords.ts'
import { limitCodes, LOCK, MINUTE, MOST_TRIES, ownId, RECENT } from '../../rules.ts'
import {
  codesSent,
  countTry,
  forgetPasswordTries,
  insertCode,
  insertPasswordTry,
  isCode,
  latestCode,
  lockBlind,
  triesOf,
  wrongPasswords,
} from '../../store/signing-in/codes.ts'
import { blindPhone, findPerson, type Person } from '../../store/people.ts'
import { askedAt } from '../../store/signing-in/sessions.ts'
import type { CodePurpose, Desk } from '../../tables.ts'
import { newCode } from '../../tokens.ts'

const PURPOSES: Record<CodePurpose, Record<Language, string>> = {
  signIn: { zh: '登录', en: 'sign in' },
  setPassword: { zh: '设置密码', en: 'set a password' },
  changePhone: { zh: '更换账号的手机号', en: 'move the account to another phone' },
  newPhone: { zh: '把账号换到这个手机号', en: 'move an account to this phone' },
  export: { zh: '导出个人信息', en: 'export personal data' },
  erasure: { zh: '注销账号', en: 'erase the account' },
}
const WORDS = {
  zh: (code: string, purpose: string) =>
    `【人枢】验证码 ${code}，用于${purpose}，5 分钟内有效。工作人员不会向您索要验证码，请勿告诉他人。`,
  en: (code: string, purpose: string) =>
    `[Renshu] Your code to ${purpose} is ${code}, valid for 5 minutes. Nobody of us will ever ask you for it.`,
}

/**
 * Sends a one-time code that is good for one purpose, and says which. It does not look whether anybody has the
 * phone, so the answer cannot tell.
 * @throws accounts.tooManyCodes
 */
export async function sendCode(context: Context, phone: string, purpose: CodePurpose): Promise<void> {
  const phoneBlind = blindPhone(context, phone)
  await lockBlind(context, phoneBlind)
  limitCodes(await codesSent(context, phoneBlind), context.now())
  const code = newCode()
  const until = await insertCode(context, { phoneBlind, purpose, code })
  const { language } = context
  await sendLater(context.tx, context, {
    channel: 'sms',
    to: context.secrets.seal(phone),
    about: phoneBlind,
    kind: 'accounts.loginCode',
    text: WORDS[language](code, PURPOSES[purpose][language]),
    until,
  })
}

/**
 * The newest code sent to a phone for this purpose, right, in time, and for the first time.
 * @throws accounts.codeWrong, with the try counted
 */
export async function proveCode(desk: Desk, phone: string, purpose: CodePurpose, code: string): Promise<void> {
  const latest = await latestCode(desk, blindPhone(desk, phone), purpose)
  if (!latest || latest.usedAt || latest.expiresAt <= desk.now() || latest.tries >= MOST_TRIES) throw fail.codeWrong()
  const isRight = isCode(desk, latest, code)
  await countTry(desk, latest.id, isRight)
  if (!isRight) throw fail.codeWrong()
}

/** A password, and the hash it is to be compared with: outside any transaction, since that is slow by design. */
export interface PasswordSeen {
  password: string
  hash: string | null
}
export interface PasswordChecked {
  hash: string | null
  isRight: boolean
}

async function refuseAfterTries(desk: Desk, tries: string): Promise<void> {
  if ((await wrongPasswords(desk, tries)) >= MOST_TRIES) throw fail.tooManyTries({ minutes: LOCK / MINUTE })
}

/**
 * @param tries under what wrong passwords are counted
 * @throws accounts.tooManyTries
 */
export async function lookAtPassword(
  desk: Desk,
  tries: string,
  password: string,
  person: Person | undefined,
): Promise<PasswordSeen> {
  await refuseAfterTries(desk, tries)
  return { password, hash: person?.passwordHash ?? null }
}

/** Takes as long for nobody, and for who has no password, as for a wrong one. */
export const checkPassword = async ({ password, hash }: PasswordSeen): Promise<PasswordChecked> => ({
  hash,
  isRight: await matchesPassword(password, hash),
})

/**
 * The password of the person, who still has the one that was compared. Unknown phones, people without a password and
 * wrong passwords are answered alike.
 * @throws accounts.passwordWrong, with the try counted; accounts.tooManyTries, also to those who came at once
 */
export async function provePassword(
  desk: Desk,
  tries: string,
  person: Person | undefined,
  checked: PasswordChecked | null,
): Promise<Person> {
  await lockBlind(desk, tries)
  await refuseAfterTries(desk, tries)
  if (!person || !checked?.isRight || checked.hash !== person.passwordHash) {
    await insertPasswordTry(desk, tries)
    throw fail.passwordWrong()
  }
  await forgetPasswordTries(desk, tries)
  return person
}

/** The password a proof brings, if it brings one, to be compared. */
export async function lookAtProof(context: Context, proof: Proof): Promise<PasswordSeen | null> {
  if (!('password' in proof)) return null
  const person = await findPerson(context, ownId(context))
  return person ? lookAtPassword(context, triesOf(context, person), proof.password, person) : null
}
export const checkProof = async (seen: PasswordSeen | null): Promise<PasswordChecked | null> =>
  seen && checkPassword(seen)

/**
 * That the caller holds the account, beyond having its session: by a code, by the password, or, for who came by the
 * unified identity and has no phone, by having been asked anew by it just now. A session that was stolen later does
 * not do, nor does one that the provider gave because it still knew the browser.
 * @throws accounts.codeWrong, accounts.passwordWrong, accounts.tooManyTries, accounts.signInAgain
 */
export async function prove(
  context: Context,
  person: Person,
  { purpose, proof, checked }: { purpose: OwnCodePurpose; proof: Proof; checked: PasswordChecked | null },
): Promise<void> {
  if ('password' in proof) return void (await provePassword(context, triesOf(context, person), person, checked))
  const phone = person.phoneSealed && context.secrets.open(person.phoneSealed)
  if ('code' in proof) {
    if (!phone) throw fail.codeWrong()
    return proveCode(context, phone, purpose, proof.code)
  }
  const since = await askedAt(context, context.actor.sessionId!)
  if (phone || !since || context.now().getTime() - since.getTime() >= RECENT) throw fail.signInAgain()
}
