import type { Context } from '../../../platform/http/index.ts'
import { tellOwners, tellPerson } from '../../accounts/index.ts'
import type { TalentRow } from '../store/talents.ts'

/** What those whose profiles were merged are told: what became of it, and what to do where it is wrong. */
const WORDS = {
  stays: {
    zh: '【人枢】经办人员核实后，把另一份重复的求职意向并入了您的这一份，工作经历和证书以及进行中的应聘都在。有不对请登录修改。',
    en: '[Renshu] An officer merged a second profile of yours into this one, with its history and applications. Sign in to correct it.',
  },
  goes: {
    zh: '【人枢】经办人员核实您有两个账号，这个账号的求职意向已并入另一个，应聘也转了过去，请用另一个账号登录。不是您本人的，请联系人社部门。',
    en: '[Renshu] You have two accounts: the profile of this one and its applications were merged into the other. Sign in there; if it is not yours, tell the bureau.',
  },
  kept: {
    zh: '【人枢】您代管的一位求职者的资料经核实已并入其另一份，不再由您代管。',
    en: '[Renshu] A profile you kept was merged into another one of the same person; you keep it no longer.',
  },
} as const

/** Scope `system`. */
export async function tellOfMerge(
  context: Context,
  { stays, goes }: Record<'stays' | 'goes', Pick<TalentRow, 'personId' | 'agencyId'>>,
): Promise<void> {
  const language = context.cities.get(context.city)?.language ?? 'zh'
  const notice = (which: keyof typeof WORDS) => ({ kind: 'talents.merged', text: WORDS[which][language] })
  if (stays.personId) await tellPerson(context, stays.personId, notice('stays'))
  if (goes.personId) await tellPerson(context, goes.personId, notice('goes'))
  if (goes.agencyId) await tellOwners(context, goes.agencyId, notice('kept'))
}
