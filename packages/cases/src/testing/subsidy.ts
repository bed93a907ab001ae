import { createHash } from 'node:crypto'
import type { Calendar } from '../clocks/days.ts'
import { readService, type Surroundings } from '../checks/read-service.ts'
import type { AskingPolicy, Prepared } from '../definition/prepare.ts'
import type { Service } from '../definition/service.ts'
import type { Role } from '../definition/words.ts'
import type { Command, Scene } from '../running/scene.ts'

const both = (zh: string, en: string) => ({ zh, en })
const EXAMPLE = { example: '示例' } as const

export const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

export const POLICY: AskingPolicy = {
  key: 'subsidy',
  facts: [
    { key: 'cost', name: '费用', type: 'money', question: both('花了多少？', 'What did it cost?') },
    {
      key: 'months',
      name: '缴费月数',
      type: 'integer',
      question: both('缴费几个月？', 'How many months?'),
      record: 'insurance.months',
    },
  ],
}

/** A subsidy with every kind of step: accepted, corrected, reviewed, approved, published, objected to, paid, appealed. */
export const SUBSIDY: Service = {
  key: 'subsidy',
  title: both('补贴', 'Subsidy'),
  summary: both('一次性补贴', 'A subsidy, once'),
  applicant: 'organisation',
  modes: ['easy', 'anywhere', 'assisted'],
  documents: [{ id: 'law', title: '办法' }],
  policy: { key: 'subsidy' },
  fields: [
    {
      key: 'place',
      name: '参保地',
      type: 'district',
      question: both('在哪个区市参保？', 'Insured where?'),
      record: 'insurance.district',
    },
    { key: 'account', name: '收款账号', type: 'text', question: both('收款账号？', 'Which account?') },
  ],
  papers: [{ id: 'list', name: both('名单', 'List'), promise: true, ...EXAMPLE }],
  route: [{ to: 'place' }],
  clocks: [
    {
      id: 'accepting',
      name: both('受理', 'Accepting'),
      length: 5,
      unit: 'workingDays',
      again: 'anew',
      source: 'law',
      clause: '第三条',
    },
    {
      id: 'deciding',
      name: both('审核', 'Deciding'),
      length: 10,
      unit: 'workingDays',
      escalateTo: 'approver',
      source: 'law',
      clause: '第四条',
    },
    { id: 'correcting', name: both('补正', 'Correcting'), length: 15, unit: 'days', again: 'anew', ...EXAMPLE },
    { id: 'notice', name: both('公示', 'Notice'), length: 5, unit: 'workingDays', again: 'anew', ...EXAMPLE },
    { id: 'paying', name: both('付款', 'Paying'), length: 10, unit: 'workingDays', ...EXAMPLE },
  ],
  reasons: [{ id: 'notEntitled', text: both('不符合条件', 'not entitled'), source: 'law', clause: '第二条' }],
  stages: [
    {
      id: 'form',
      name: both('填报', 'Form'),
      steps: [{ id: 'submit', word: 'submit', name: both('提交', 'Submit'), to: 'submitted', role: 'applicant' }],
    },
    {
      id: 'submitted',
      name: both('待受理', 'Submitted'),
      clock: 'accepting',
      steps: [
        { id: 'accept', word: 'accept', name: both('受理', 'Accept'), to: 'reviewing', role: 'counter' },
        {
          id: 'correct',
          word: 'correct',
          name: both('要求补正', 'Ask to correct'),
          to: 'correcting',
          role: 'counter',
          explains: true,
        },
        {
          id: 'decline',
          word: 'decline',
          name: both('不予受理', 'Decline'),
          to: 'refused',
          role: 'counter',
          refuses: true,
        },
        {
          id: 'deemed',
          word: 'accept',
          name: both('视为受理', 'Deemed accepted'),
          to: 'reviewing',
          role: 'clock',
          source: 'law',
          clause: '第三条',
        },
        { id: 'withdraw', word: 'withdraw', name: both('撤回', 'Withdraw'), to: 'withdrawn', role: 'applicant' },
      ],
    },
    {
      id: 'correcting',
      name: both('待补正', 'Correcting'),
      clock: 'correcting',
      steps: [
        { id: 'resubmit', word: 'submit', name: both('再次提交', 'Submit again'), to: 'submitted', role: 'applicant' },
        {
          id: 'abandon',
          word: 'withdraw',
          name: both('视为撤回', 'Deemed withdrawn'),
          to: 'withdrawn',
          role: 'clock',
          ...EXAMPLE,
        },
      ],
    },
    {
      id: 'reviewing',
      name: both('审核', 'Reviewing'),
      clock: 'deciding',
      steps: [
        {
          id: 'pass',
          word: 'review',
          name: both('审核通过', 'Pass'),
          to: 'approving',
          role: 'reviewer',
          grants: true,
          notSameAs: ['fail'],
        },
        {
          id: 'ask',
          word: 'correct',
          name: both('要求补正', 'Ask to correct'),
          to: 'correcting',
          role: 'reviewer',
          explains: true,
        },
        {
          id: 'fail',
          word: 'review',
          name: both('不予通过', 'Refuse'),
          to: 'refused',
          role: 'reviewer',
          refuses: true,
        },
      ],
    },
    {
      id: 'approving',
      name: both('复核', 'Approving'),
      clock: 'deciding',
      steps: [
        {
          id: 'approve',
          word: 'approve',
          name: both('复核通过', 'Approve'),
          to: 'approved',
          role: 'approver',
          grants: true,
          notSameAs: ['pass'],
        },
        {
          id: 'sendBack',
          word: 'approve',
          name: both('退回', 'Send back'),
          to: 'reviewing',
          role: 'approver',
          explains: true,
        },
      ],
    },
    {
      id: 'approved',
      name: both('拟发放', 'To be published'),
      clock: 'deciding',
      steps: [
        {
          id: 'publish',
          word: 'publish',
          name: both('公示', 'Publish'),
          to: 'published',
          role: 'clock',
          on: 'entry',
          ...EXAMPLE,
        },
      ],
    },
    {
      id: 'published',
      name: both('公示中', 'Published'),
      clock: 'notice',
      steps: [
        {
          id: 'object',
          word: 'object',
          name: both('收到异议', 'Objection'),
          to: 'reviewing',
          role: 'counter',
          explains: true,
        },
        {
          id: 'settle',
          word: 'publish',
          name: both('公示期满', 'Notice over'),
          to: 'paying',
          role: 'clock',
          ...EXAMPLE,
        },
      ],
    },
    {
      id: 'paying',
      name: both('付款', 'Paying'),
      clock: 'paying',
      steps: [
        { id: 'pay', word: 'pay', name: both('支付', 'Pay'), to: 'paid', role: 'cashier', outcomes: ['payment'] },
      ],
    },
    { id: 'paid', name: both('已支付', 'Paid'), end: 'done' },
    {
      id: 'refused',
      name: both('不予办理', 'Refused'),
      end: 'refused',
      steps: [
        {
          id: 'appeal',
          word: 'appeal',
          name: both('申请复核', 'Appeal'),
          to: 'reviewing',
          role: 'applicant',
          explains: true,
        },
      ],
    },
    { id: 'withdrawn', name: both('已撤回', 'Withdrawn'), end: 'withdrawn' },
  ],
  outcomes: [{ id: 'payment', kind: 'pay', name: both('拨付补贴', 'Payment'), with: ['account'] }],
  public: ['stage', 'amount'],
  retention: { years: 10, ...EXAMPLE },
}

export const SURROUNDINGS: Surroundings = {
  policy: POLICY,
  held: new Map([['months', 'insurance.months']]),
  kinds: new Set(['pay']),
  hash,
}

export function prepare(service: Service = SUBSIDY, changes: Partial<Surroundings> = {}): Prepared {
  const read = readService(service, { ...SURROUNDINGS, ...changes })
  if ('faults' in read)
    throw new Error(read.faults.map(({ path, reason }) => `${path.join('.')}: ${reason.en}`).join('\n'))
  return read.prepared
}

/** Monday to Friday, but for the first week of October; 2027 is not announced. */
export const calendar: Calendar = (day) => {
  if (day >= '2027') return undefined
  const weekday = new Date(day).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !(day >= '2026-10-01' && day <= '2026-10-07')
}

const RECORDS = {
  'insurance.months': { value: 12, on: '2026-09-01' },
  'insurance.district': { value: '370203', on: '2026-09-01' },
}

export const scene = (changes: Partial<Scene> = {}): Scene => ({
  case: 'case-1',
  at: '2026-09-21T02:00:00Z',
  today: '2026-09-21',
  actor: { person: 'owner', roles: [], organisations: ['firm'] },
  mandates: [],
  records: RECORDS,
  calendar,
  hash,
  salt: () => 'salt',
  ...changes,
})

export const officer = (person: string, ...roles: Role[]) => ({ person, roles, organisations: [], district: '370203' })

let commands = 0
export const command = (step: string, expected: number, changes: Partial<Command> = {}): Command => ({
  id: `command-${++commands}`,
  step,
  expected,
  ...changes,
})

export const submission = (changes: Partial<Command> = {}): Command =>
  command('submit', 0, {
    given: { account: '6222', cost: '1000' },
    papers: { list: { file: 'sha256-list' } },
    opening: { applicant: { organisation: 'firm' }, mode: 'easy' },
    ...changes,
  })
