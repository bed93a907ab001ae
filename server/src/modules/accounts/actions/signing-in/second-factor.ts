import { platformFailures, type SignedIn } from '@renshu/contracts'
import { outside } from '../../../../platform/clock.ts'
import { AppError } from '../../../../platform/errors.ts'
import type { Context } from '../../../../platform/http/index.ts'
import { newTotpSecret, totpStep, totpUrl } from '../../../../platform/secrets/totp.ts'
import { fail } from '../../errors.ts'
import { LOCK, MINUTE, MOST_TRIES, ownId } from '../../rules.ts'
import { holdOfficer, type OfficerRow, updateOfficer } from '../../store/officers.ts'
import { findPerson } from '../../store/people.ts'
import { askedAt } from '../../store/signing-in/sessions.ts'
import { signIn } from './sign-in.ts'

const ISSUER = '人枢 Renshu'

async function holdOwn(context: Context): Promise<OfficerRow> {
  const officer = await holdOfficer(context, ownId(context))
  if (!officer) throw new AppError(platformFailures.accessDenied)
  return officer
}

/**
 * A secret for an authenticator, in force once a code of it was entered.
 * @throws accounts.alreadyEnrolled unless the second factor was passed in this session
 */
export async function enrolSecondFactor(context: Context): Promise<{ secret: string; url: string }> {
  const officer = await holdOwn(context)
  if (officer.totpSealed && !context.actor.officer?.confirmed) throw fail.alreadyEnrolled()
  const secret = newTotpSecret()
  const person = await findPerson(context, officer.personId)
  await updateOfficer(context, officer.id, { totpPendingSealed: context.secrets.seal(secret) })
  return { secret, url: totpUrl(secret, ISSUER, person!.name) }
}

/** The 30-second step a code belongs to; undefined where it is wrong. */
const stepOf = (sealed: string | null, code: string, { secrets, now, config }: Context): number | undefined =>
  sealed ? totpStep(secrets.open(sealed), code, outside(now(), config.CLOCK_AHEAD)) : undefined

/** Five wrong codes close the authenticator for a quarter of an hour. */
async function refuse(context: Context, { id, totpTries }: OfficerRow): Promise<never> {
  const isLast = totpTries + 1 >= MOST_TRIES
  await updateOfficer(context, id, {
    totpTries: isLast ? 0 : totpTries + 1,
    totpLockedUntil: isLast ? new Date(context.now().getTime() + LOCK) : null,
  })
  throw fail.secondFactorWrong()
}

/**
 * Confirms the session by a code of the authenticator, each once; the first confirms the authenticator too.
 * @throws accounts.secondFactorWrong with the try counted, accounts.secondFactorLocked, accounts.notEnrolled
 */
export async function passSecondFactor(
  context: Context,
  { code, client }: { code: string; client: 'browser' | 'program' },
): Promise<SignedIn> {
  const officer = await holdOwn(context)
  const { id, personId, totpSealed, totpPendingSealed, totpLastStep, totpLockedUntil } = officer
  const now = context.now()
  if (totpLockedUntil && totpLockedUntil > now)
    throw fail.secondFactorLocked({ minutes: Math.ceil((totpLockedUntil.getTime() - now.getTime()) / MINUTE) })
  if (!totpSealed && !totpPendingSealed) throw fail.notEnrolled()
  const mayReplace = !totpSealed || context.actor.officer?.confirmed === true
  const pendingStep = mayReplace ? stepOf(totpPendingSealed, code, context) : undefined
  const step = pendingStep ?? stepOf(totpSealed, code, context)
  const isReplay = pendingStep === undefined && step !== undefined && totpLastStep !== null && step <= totpLastStep
  if (step === undefined || isReplay) return refuse(context, officer)
  await updateOfficer(context, id, {
    totpLastStep: step,
    totpTries: 0,
    totpLockedUntil: null,
    ...(pendingStep !== undefined && { totpSealed: totpPendingSealed, totpPendingSealed: null }),
  })
  const since = await askedAt(context, context.actor.sessionId!)
  return signIn(context, { personId, isNew: false, client, confirmed: true, askedAt: since })
}
