import type { Policy } from '../policy/policy.ts'
import { preparePolicy, type PreparedPolicy } from '../policy/prepare.ts'

const both = (zh: string) => ({ zh, en: zh })

/** A made-up refund that uses every kind of type, node and limit there is. */
export const REFUND: Policy = {
  key: 'refund',
  title: both('返还'),
  summary: both('返还'),
  subject: 'organisation',
  from: '2025-01-01',
  to: '2026-12-31',
  documents: [{ id: 'notice', title: '通知', published: '2024-12-01' }],
  facts: [
    { key: 'paid', name: '已缴', type: 'money', question: both('已缴多少？') },
    { key: 'size', name: '规模', type: 'choice', options: ['小型', '中型', '大型'], question: both('规模？') },
    { key: 'left', name: '离职', type: 'integer', question: both('离职几人？') },
    { key: 'staff', name: '职工', type: 'integer', min: 1, question: both('职工几人？') },
    { key: 'opened', name: '开业', type: 'date', question: both('何时开业？') },
    { key: 'marks', name: '荣誉', type: 'list', options: ['优秀', '诚信', '创新'], question: both('荣誉？') },
    { key: 'sound', name: '合规', type: 'boolean', question: both('是否合规？') },
    { key: 'reserve', name: '备付', type: 'months', question: both('备付几个月？') },
    { key: 'bonus', name: '加成', type: 'ratio', max: '50%', question: both('加成多少？') },
  ],
  parameters: [
    {
      name: '比例',
      type: 'ratio',
      by: '规模',
      values: [
        { from: '2025-01-01', to: '2025-12-31', value: { 小型: '60%', 中型: '60%', 大型: '30%' }, source: 'notice' },
        { from: '2026-01-01', value: { 小型: '90%', 中型: '1/3', 大型: '50%' }, source: 'notice' },
      ],
    },
    {
      name: '封顶',
      type: 'money',
      steps: 'integer',
      values: [
        {
          from: '2025-01-01',
          value: [
            { from: 0, value: '1000元' },
            { from: 30, value: '5万元' },
          ],
          source: 'notice',
        },
      ],
    },
  ],
  definitions: [{ name: '离职率', is: '离职 / 职工' }],
  conditions: [
    {
      id: 'layoffs',
      clause: '一',
      text: both('离职率'),
      when: '离职率 <= 5.5% 或 (职工 <= 30 且 离职率 <= 20%)',
      source: 'notice',
    },
    {
      id: 'age',
      clause: '二',
      text: both('满一年'),
      when: '开业 满 12个月 且 满月数(开业, 今日) < 600个月',
      source: 'notice',
    },
    {
      id: 'sound',
      clause: '三',
      text: both('合规'),
      when: '合规 且 非 (规模 属于 {“大型”} 且 “诚信” 属于 荣誉)',
      source: 'notice',
    },
  ],
  amount: {
    is: '四舍五入((已缴 * 比例[规模] * (100% + 加成)) 不超过 分段(职工, 封顶), 分)',
    clause: '四',
    period: 'once',
    source: 'notice',
  },
  limits: [
    {
      id: 'fund',
      kind: 'reserve',
      clause: '五',
      text: both('备付'),
      of: '备付',
      least: '12个月',
      otherwise: '舍去(已缴 * 10%, 元)',
      source: 'notice',
    },
    {
      id: 'share',
      kind: 'share',
      clause: '六',
      text: both('不超'),
      most: '若 合规 则 80% 否则 20%',
      of: '已缴',
      source: 'notice',
    },
    { id: 'cap', kind: 'cap', clause: '七', text: both('累计'), most: '3万元', within: 'ever', source: 'notice' },
    {
      id: 'once',
      kind: 'times',
      clause: '八',
      text: both('每年一次'),
      most: '1',
      within: 'year',
      same: ['规模'],
      source: 'notice',
    },
    {
      id: 'other',
      kind: 'exclusive',
      clause: '九',
      text: both('不同享'),
      with: ['relief'],
      within: 'year',
      source: 'notice',
    },
    {
      id: 'late',
      kind: 'deadline',
      clause: '十',
      text: both('时限'),
      event: '开业',
      within: '60个月',
      source: 'notice',
    },
  ],
}

export function prepared(policy: Policy = REFUND): PreparedPolicy {
  const read = preparePolicy(policy)
  if ('prepared' in read) return read.prepared
  throw new Error(read.faults.map(({ path, at, reason }) => `${path.join('.')} ${at}: ${reason.en}`).join('\n'))
}

/** Granted 14,814.80 on 2025-06-30. */
export const FACTS = {
  paid: '24691.34',
  size: '小型',
  left: 1,
  staff: 40,
  opened: '2024-01-31',
  marks: ['优秀'],
  sound: true,
  reserve: 24,
  bonus: '0%',
}
export const ON = { effective: '2025-06-30', known: '2025-06-30', history: [] }
