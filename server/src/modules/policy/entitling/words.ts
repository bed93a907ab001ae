import type { PolicyDesk } from '../desk.ts'
import type { Notice } from '../../accounts/index.ts'

type Names = { zh: string; en: string }

const WORDS = {
  zh: (title: Names, amount: string) =>
    `【人枢】免申即享：您（或您的单位）符合“${title.zh}”，按现有记录为 ${amount}。登录“我的政策”确认即可，无需提交材料；不需要的可以放弃。`,
  en: (title: Names, amount: string) =>
    `[Renshu] You or your organisation are entitled to “${title.en}”: ${amount} by what is on record. Sign in and agree; nothing need be handed in.`,
}

/** Says once that somebody is entitled. The amount is his own business, and goes to his phone alone. */
export function noticeOf({ cities, city }: Pick<PolicyDesk, 'cities' | 'city'>, title: Names, amount: string): Notice {
  return { kind: 'policy.entitled', text: WORDS[cities.get(city)?.language ?? 'zh'](title, amount) }
}
