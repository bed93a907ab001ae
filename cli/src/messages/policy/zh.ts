type Wrong = { key: string; reason: { zh: string; en: string } }

/** What `renshu policy` says, in Chinese. `en.ts` has the same keys. */
export const zhPolicy = {
  unknownTask: (task: string) => `不会做“policy ${task}”，只有 list（列出）、test（检查和试算）、decide（判定）。`,
  unknownKey: (key: string, near: string | undefined) =>
    `没有政策“${key}”${near ? `，是不是 ${near}？` : '，用 renshu policy list 查看。'}`,
  noFolder: (path: string) => `没有文件夹 ${path}。`,
  faulty: (count: number) => `政策文件有 ${count} 处要改；有错的文件不会被使用。`,
  failed: (count: number) => `有 ${count} 处不符。`,
  badJson: (option: string, text: string) =>
    `${option} 要写 JSON，如 ${option === '--facts' ? `'{"medicalCost":"22189.16"}'` : `'[{"policy":"…","on":"2025-01-31","amount":"1500.00"}]'`}，不能是“${text}”。`,
  badFacts: (wrong: readonly Wrong[]) =>
    `事实不能用：${wrong.map(({ key, reason }) => `${key} ${reason.zh}`).join('；')}。`,
  badHistory: (key: string) => `--history 里有一笔不能用：金额要与政策 ${key} 的结果同类，日期要写成 2025-01-31。`,
  tested: (policies: number, cases: number) => `共 ${policies} 项政策，${cases} 个算例`,
  passed: (file: string, cases: number, killed: number, mutants: number) =>
    `${file}：${cases} 个算例相符，${mutants} 处人为改错查出 ${killed} 处`,
  differs: (name: string, got: string) => `算例“${name}”${got}`,
  untried: (id: string) => `没有算例让“${id}”既满足又不满足`,
  survivor: (what: string) => `改错没有被查出：${what}`,
  columns: ['代号', '名称', '对象', '期限', '来自'],
  subjects: { person: '个人', organisation: '单位' },
  period: (from: string, to: string | undefined) => (to ? `${from} 至 ${to}` : `${from} 起`),
  onDays: (effective: string, known: string) => `按 ${effective} 的事实和标准，依 ${known} 已知的规定`,
  outcomes: {
    granted: '符合',
    refused: '不符合',
    unknown: '暂时无法确定',
  },
  notInForce: (period: string) => `这一天政策不在有效期（${period}），或当时还没有公布`,
  units: { money: (value: string) => `${value} 元`, months: (value: string) => `${value} 个月` },
  amount: (value: string, isMonthly: boolean) => (isMonthly ? `每月 ${value}` : value),
  provisional: (amount: string) => `暂估 ${amount}（回答下面的问题后才能确定）`,
  clause: (clause: string) => `依据：${clause}`,
  inClause: (clause: string) => `〔${clause}〕`,
  example: '示例',
  unknown: '未知',
  comma: '，',
  colon: '：',
  values: { yes: '是', no: '否', months: '个月', days: '天' },
  conditions: '条件',
  limits: '限制',
  asks: '还要知道',
  changes: '怎样会改变结果',
  parameters: '标准',
  documents: '文件',
  today: '申请日期',
  took: (amount: string) => `减去 ${amount}`,
  needsHistory: '以往领取的记录（--history，没有就写 []）',
  change: (name: string, from: string, to: string, meets: string, grants: boolean) =>
    `${name}由 ${from} 变为 ${to}，即满足“${meets}”${grants ? '，全部条件随之符合' : ''}`,
  cited: (document: string, clause: string | undefined) => (clause ? `${document} ${clause}` : document),
  certainty: (text: string) => `可靠程度：${text}`,
}
