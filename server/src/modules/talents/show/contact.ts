import { type FileAnswer, fileFailures } from '@renshu/contracts'
import { AppError } from '../../../platform/errors.ts'
import { readFile } from '../../../platform/files/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import { phoneOf } from '../../accounts/index.ts'
import { namesBy } from './cards.ts'
import { talentsBy } from '../store/talents.ts'

/**
 * Name and phone of whoever a profile is of, in clear; undefined where it is gone. The caller answers for the right to
 * know them, and records the look.
 */
export async function contactOf(
  context: Context,
  talentId: string,
): Promise<{ name: string; phone: string | null } | undefined> {
  const { tx, city, secrets, asSystem } = context
  const [row] = await asSystem(() => talentsBy(tx, city, [talentId]))
  if (!row || row.endedAt) return undefined
  const { personId, phoneSealed } = row
  const phone = personId ? await asSystem(() => phoneOf(context, personId)) : phoneSealed && secrets.open(phoneSealed)
  return { name: (await namesBy(context, [row])).get(talentId) ?? '', phone }
}

const cvFileOf = async ({ tx, city }: Context, talentId: string): Promise<string | null> =>
  (await talentsBy(tx, city, [talentId]))[0]?.cvFileId ?? null

/** Whether there is a CV with a profile. */
export const hasCv = (context: Context, talentId: string): Promise<boolean> =>
  context.asSystem(async () => (await cvFileOf(context, talentId)) !== null)

/**
 * The CV of whoever a profile is of, as it was uploaded. The caller answers for the right to see it, and records the
 * look.
 * @throws files.notFound
 */
export const cvOf = (context: Context, talentId: string): Promise<FileAnswer> =>
  context.asSystem(async () => {
    const fileId = await cvFileOf(context, talentId)
    if (!fileId) throw new AppError(fileFailures.notFound)
    return readFile(context, fileId)
  })
