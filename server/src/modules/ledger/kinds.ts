import type { CountingRule, LedgerKind } from '@renshu/contracts'

interface Kind {
  counts: CountingRule
  name: { zh: string; en: string }
  definition: { zh: string; en: string }
}

/** Everything that is counted anywhere. The part before the dot is the module that counts. */
const KINDS = {
  'accounts.personRegistered': {
    counts: 'persons',
    name: { zh: '注册个人', en: 'Persons registered' },
    definition: {
      zh: '首次验证手机号并建立个人账户的人数；同一人只计一次，注销不扣减。',
      en: 'People who opened an account by confirming a phone for the first time; each person once; a closed account is not deducted.',
    },
  },
  'registry.organisationRegistered': {
    counts: 'organisations',
    name: { zh: '登记单位', en: 'Organisations registered' },
    definition: {
      zh: '提交登记的用人单位、人力资源服务机构、院校和园区数；同一单位只计一次，不论是否核验。',
      en: 'Employers, HR service agencies, schools and parks entered in the registry; each once, verified or not.',
    },
  },
  'registry.organisationVerified': {
    counts: 'organisations',
    name: { zh: '核验通过单位', en: 'Organisations verified' },
    definition: {
      zh: '经办人员核验通过的单位数；按核验通过之日计，同一单位只计一次。',
      en: 'Organisations an officer verified, by the day of the decision; each organisation once.',
    },
  },
  'registry.annualReport': {
    counts: 'organisations',
    name: { zh: '年度报告', en: 'Annual reports' },
    definition: {
      zh: '核对无误、已记录的人力资源服务机构年度报告份数；同一机构同一年度只计一次，更正不重复计。',
      en: 'Annual reports of HR service agencies that were checked and recorded; each agency once a year, corrections are not counted again.',
    },
  },
  'registry.complaint': {
    counts: 'cases',
    name: { zh: '查实投诉', en: 'Complaints borne out' },
    definition: {
      zh: '调查属实并责令整改的投诉件数，按作出决定之日计；整改到位不扣减。',
      en: 'Complaints that were borne out and led to an order, by the day of the order; what is made good is not deducted.',
    },
  },
  'registry.tenancy': {
    counts: 'organisations',
    name: { zh: '入驻园区机构', en: 'Organisations moved into a park' },
    definition: {
      zh: '签约入驻人力资源服务产业园的机构数，按登记签约之日计；每次入驻计一次。',
      en: 'Organisations that moved into an HR service park, by the day the contract was recorded; each move once.',
    },
  },
  'cases.visit': {
    counts: 'personTimes',
    name: { zh: '上门探访人次', en: 'Visits made' },
    definition: {
      zh: '经办人员见到探访对象本人的人次，按登记探访结果之日计；未见到的不计。',
      en: 'Visits at which the officer met the person, by the day it was recorded; where nobody was met nothing is counted.',
    },
  },
  'hiring.application': {
    counts: 'personTimes',
    name: { zh: '投递人次', en: 'Applications' },
    definition: {
      zh: '求职者本人投递岗位的人次；同一人投递不同岗位分别计，撤回不扣减。',
      en: 'Applications people sent themselves; one person counts for each posting; a withdrawal is not deducted.',
    },
  },
  'hiring.placement': {
    counts: 'personTimes',
    name: { zh: '就业人次', en: 'Placements' },
    definition: {
      zh: '经平台应聘并到岗的人次：用人单位与求职者双方确认同一到岗日，或经办人员凭录用证据确认；按到岗日计，同一次应聘只计一次。',
      en: 'People who began work after applying here: both sides named the same first day, or an officer confirmed it by evidence; by the first day of work, each process once.',
    },
  },
  'hiring.lapsed': {
    counts: 'personTimes',
    name: { zh: '单位逾期未回复人次', en: 'Applications left unanswered' },
    definition: {
      zh: '求职者等候单位回复，单位超过本市规定的工作日未回复、应聘因此结束的人次；按结束日计。',
      en: 'Applications that ended because the employer let the working days pass that the city sets; by the day of the end.',
    },
  },
  'payments.paid': {
    counts: 'fen',
    name: { zh: '已支付资金', en: 'Money paid' },
    definition: {
      zh: '银行回单确认已付的金额，按付款日计；多付的部分包括在内，银行之后又退回的冲销。',
      en: 'Money the bank confirmed as paid, by the day of payment; with what was paid too much; reversed where the bank sent it back later.',
    },
  },
  'payments.returned': {
    counts: 'fen',
    name: { zh: '银行退回资金', en: 'Money the bank returned' },
    definition: {
      zh: '银行未能付出而退回的金额，按退回日计；更正账户后再付的另计入已支付。',
      en: 'Money the bank could not pay, by the day it said so; what is paid later to a corrected account counts as paid.',
    },
  },
  'payments.recovered': {
    counts: 'fen',
    name: { zh: '追回资金', en: 'Money recovered' },
    definition: {
      zh: '多付、错付或决定撤销后追回到账的金额，按到账日计。',
      en: 'Money that came back after it was paid too much, by mistake, or on a decision that was reversed, by the day it came.',
    },
  },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof KINDS

/** @throws RangeError for a kind nobody declared: an entry without a definition could not be explained */
export function kindOf(name: string): Kind {
  if (!Object.hasOwn(KINDS, name)) throw new RangeError(`no kind ${name} in the ledger`)
  return KINDS[name as KindName]
}

const ADDITIVE: Record<CountingRule, boolean> = {
  personTimes: true,
  persons: false,
  organisationTimes: true,
  organisations: false,
  cases: true,
  hours: true,
  fen: true,
}

/** The kinds as anybody may read them. */
export const listKinds = (): LedgerKind[] =>
  Object.entries<Kind>(KINDS).map(([kind, { counts, name, definition }]) => ({
    kind,
    counts,
    name,
    definition,
    additive: ADDITIVE[counts],
  }))
