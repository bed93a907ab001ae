import type { Language } from '../../../platform/http/index.ts'

/** Why a signal is one, with the clause. Wording of the law is not repeated, only where it stands. */
const WHY = {
  gender: {
    zh: '招用人员不得限定性别或规定性别优先（就业促进法第二十七条、妇女权益保障法第四十三条、人力资源市场暂行条例第二十四条），国家规定不适合的工种或者岗位除外',
    en: 'no post is kept for one sex or prefers one (Employment Promotion Law art. 27, Law on the Protection of Women art. 43, Interim Regulation on the HR Market art. 24), but for work the State declares unfit',
  },
  marriage: {
    zh: '不得以婚姻、生育状况作为录用条件，不得要求妊娠测试（妇女权益保障法第四十三条）',
    en: 'marriage and children are no condition and no pregnancy test is asked (Law on the Protection of Women art. 43)',
  },
  ethnicity: {
    zh: '各民族劳动者享有平等的劳动权利（就业促进法第二十八条）',
    en: 'workers of every ethnic group have equal rights (Employment Promotion Law art. 28)',
  },
  origin: {
    zh: '不得以户籍、地域为由设置歧视性限制（就业促进法第三十一条、人力资源市场暂行条例第二十四条）',
    en: 'household registration and home place are no ground for exclusion (Employment Promotion Law art. 31, Interim Regulation on the HR Market art. 24)',
  },
  disability: {
    zh: '招用人员不得歧视残疾人（就业促进法第二十九条）',
    en: 'people with disabilities are not discriminated against (Employment Promotion Law art. 29)',
  },
  carrier: {
    zh: '不得以是传染病病原携带者为由拒绝录用，法律规定禁止从事的工作除外（就业促进法第三十条）',
    en: 'carriers of a disease are not refused, but for work the law forbids them (Employment Promotion Law art. 30)',
  },
  ageLimit: {
    zh: '没有法律依据的年龄限制会把合适的人挡在外面，请改为岗位实际需要的条件',
    en: 'an age limit without a ground in law turns fitting people away; state what the work needs instead',
  },
  fee: {
    zh: '招聘不得向求职者收取费用（劳动合同法第九条、人力资源市场暂行条例第二十四条）',
    en: 'no fee is taken from people who look for work (Labour Contract Law art. 9, Interim Regulation on the HR Market art. 24)',
  },
  deposit: {
    zh: '不得要求提供担保或者以其他名义收取财物（劳动合同法第九条）',
    en: 'no security or other property is asked for (Labour Contract Law art. 9)',
  },
  identityPapers: {
    zh: '不得扣押居民身份证和其他证件（劳动合同法第九条）',
    en: 'identity cards and other papers are not withheld (Labour Contract Law art. 9)',
  },
  fraud: {
    zh: '这是虚假招聘或违法活动常用的说法',
    en: 'words that false postings and unlawful schemes often use',
  },
  contact: {
    zh: '请在平台内联系，正文里不要留电话、微信、QQ 或网址',
    en: 'contact goes through the platform; leave phones, chat names and addresses out of the text',
  },
  belowMinimum: {
    zh: '低于本市月最低工资标准（劳动法第四十八条）',
    en: "below the city's monthly minimum wage (Labour Law art. 48)",
  },
  payLow: { zh: '明显低于本市同类岗位的薪资', en: 'far below the pay of like postings in the city' },
  payHigh: { zh: '明显高于本市同类岗位的薪资', en: 'far above the pay of like postings in the city' },
  duplicate: { zh: '与在招岗位内容相同', en: 'says the same as a posting that is open' },
  refused: {
    zh: '与审核未通过的岗位内容基本相同，经办看过才能展示',
    en: 'says nearly the same as a posting that was refused; an officer looks before it is shown',
  },
} as const satisfies Record<string, Record<Language, string>>

export type Why = keyof typeof WHY

export const explainWhy = (why: Why, language: Language): string => WHY[why][language]

export const isWhy = (text: string): text is Why => Object.hasOwn(WHY, text)
