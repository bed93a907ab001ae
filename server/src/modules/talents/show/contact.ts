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
