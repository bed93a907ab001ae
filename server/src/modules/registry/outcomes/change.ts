import { fail } from '../errors.ts'
import { nameIndex } from '../store/search-text.ts'
import { holdOrganisation, insertRemark, updateOrganisation } from '../store/organisations.ts'
import type { Commanding, PaperCommand } from './papers.ts'

/** What an agency reports as changed. */
const CHANGES: Record<string, (value: string) => Record<string, string>> = {
  名称: (name) => ({ name, ...nameIndex(name) }),
  住所: (address) => ({ address }),
  法定代表人: (legalRepresentative) => ({ legalRepresentative }),
}

/**
 * Takes over a reported change (变更) of name, seat or legal representative: 人力资源市场暂行条例 art. 21. A report of
 * several at once does not say which words are which, and is noted for the bureau to correct by hand.
 * @throws registry.noOrganisation
 */
export async function changeAgency(
  { tx, city, newId, now, actor }: Commanding,
  {
    organisationId,
    code,
    changed,
    newValue,
  }: Pick<PaperCommand, 'organisationId' | 'code'> & { changed: readonly string[]; newValue: string },
): Promise<void> {
  const held = await holdOrganisation(tx, city, organisationId)
  if (!held) throw fail.noOrganisation()
  const one = changed.length === 1 ? CHANGES[changed[0]!] : undefined
  if (one) await updateOrganisation(tx, held, one(newValue.trim()))
  if (!actor?.personId) return
  const detail = { changed: [...changed], newValue, applied: one !== undefined }
  const remark = { city, id: newId(), organisationId, kind: 'corrected' as const, detail, reason: `变更报告 ${code}` }
  await insertRemark(tx, { ...remark, madeAt: now(), madeBy: actor.personId })
}
