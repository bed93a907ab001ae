import type { ConstraintName, FactorName } from '@renshu/match'
import type { Field, IntakeProblem } from '@renshu/intake'
import { zhCity, zhDemo, zhImport } from './city/zh.ts'
import { zhBench } from './zh-bench.ts'
import { zhHelp } from './zh-help.ts'
import { zhPolicy } from './policy/zh.ts'
import { zhOperations } from './operations/zh.ts'

type BySide = { jobs: string; talents: string }
type RowCounts = { accepted: number; rejected: number; notes: number; rejects: string | undefined }
const either = (choices: readonly string[]) => choices.join('、')

/** Every sentence the command line says, in Chinese. `en.ts` has the same keys. */
export const zh = {
  help: zhHelp,
  bench: zhBench,
  city: zhCity,
  demo: zhDemo,
  import: zhImport,
  policy: zhPolicy,
  operations: zhOperations,
  comma: '、',
  semicolon: '；',
  error: (sentence: string) => `错误：${sentence}`,
  seeHelp: (verb: string) => `查看用法：renshu ${verb}${verb && ' '}--help`,
  internal: (detail: string) => `程序自身出错，没有完成。请把这一行连同所用的命令报告给我们：${detail}`,
  /** What to type about a file that cannot be used as it is. */
  hint: {
    'kind.unknown': '写法：--kind jobs（岗位）或 --kind talents（求职者）',
    'file.wrongEncoding': '写法：--encoding gb18030、utf-8 或 utf-16le',
    'column.unknown': '写法：列名要与文件里的一字不差，有空格时加引号：--map "title=岗位 名称"',
  } as Partial<Record<IntakeProblem, string>>,
  /** What the operating system means by its codes. */
  system: {
    ENOENT: '文件夹不存在',
    ENOTDIR: '路径中有一段不是文件夹',
    EISDIR: '那是一个文件夹',
    EACCES: '没有权限',
    EPERM: '没有权限',
    EROFS: '磁盘是只读的',
    ENOSPC: '磁盘已满',
    EDQUOT: '磁盘配额已用完',
    EBUSY: '文件正被其他程序使用',
    EMFILE: '打开的文件太多',
  } as Partial<Record<string, string>>,
  outputLost: (reason: string) => `结果没有写完：${reason}。`,
  usage: {
    unknownVerb: (verb: string, near: string | undefined) => `没有“${verb}”这个命令。${near ? `是不是 ${near}？` : ''}`,
    unknownOption: (verb: string, option: string, near: string | undefined) =>
      `renshu${verb && ' '}${verb} 没有 ${option} 这个选项。${near ? `是不是 ${near}？` : ''}`,
    needsValue: (option: string, takes: string) => `${option} 后面要写取值：${option} ${takes}。`,
    needsNoValue: (option: string) => `${option} 后面不带取值。`,
    badChoice: (option: string, value: string, choices: readonly string[]) =>
      `${option} 不能是“${value}”，只能是 ${either(choices)}。`,
    notACount: (option: string, value: string) => `${option} 要写一个不小于 0 的整数，不能是“${value}”。`,
    notADate: (option: string, value: string) => `${option} 要写成 2026-03-01 这样的日期，不能是“${value}”。`,
    missingOperands: (verb: string, operands: readonly string[]) => `renshu ${verb} 还缺少：${operands.join(' ')}。`,
    extraOperands: (verb: string, extra: readonly string[]) => `renshu ${verb} 用不上多出来的“${extra.join(' ')}”。`,
    missingOptions: (verb: string, options: readonly string[]) => `renshu ${verb} 还缺少：${options.join(' ')}。`,
    unknownSubject: (subject: string, near: string | undefined, subjects: readonly string[]) =>
      `不会读“${subject}”，${near ? `是不是 ${near}？` : ''}可以读的有：${either(subjects)}。`,
    unknownEncoding: (name: string, names: readonly string[]) => `不认识编码“${name}”，可以写 ${either(names)}。`,
    unknownEvaluation: (name: string) => `没有“${name}”这项评测，目前只有 titles。`,
    badMap: (value: string) => `--map 要写成 字段=列名，不能是“${value}”。`,
  },
  read: {
    waiting: () => '请逐行输入，按 Ctrl+D 结束。',
    unknownId: () => '不像统一社会信用代码、身份证号或手机号',
    lineTooLong: (line: number) => `从第 ${line} 行起，有一行超过一百万字，这不像是逐行的数据。`,
  },
  match: {
    reading: (path: string) => `读取 ${path}`,
    matching: '匹配',
    asker: { jobs: '岗位', talents: '求职者' } satisfies BySide,
    nobody: { jobs: '没有合适的求职者', talents: '没有合适的岗位' } satisfies BySide,
    columns: {
      jobs: ['名次', '得分', '求职者', '意向', '期望地点', '期望月薪'],
      talents: ['名次', '得分', '编号', '岗位', '地点', '月薪', '用人单位'],
    } satisfies Record<keyof BySide, string[]>,
    nearMisses: '差一点（只有一项硬条件不满足）',
    fails: (constraint: string) => `${constraint}不满足：`,
    nearly: (constraint: string) => `差一点：${constraint}不满足`,
    fits: '合适',
    negotiable: '面议或未写明',
    payFrom: (yuan: string) => `${yuan} 起`,
    payUpTo: (yuan: string) => `${yuan} 以下`,
    perMonth: (pay: string) => `${pay} 元/月`,
    remote: '远程',
    morePlaces: (count: number) => `等 ${count} 处`,
    years: (years: number) => `${years} 年`,
    counts: (side: keyof BySide, path: string, rows: RowCounts) =>
      [
        `${side === 'jobs' ? '岗位表' : '求职者表'} ${path}：读取 ${rows.accepted + rows.rejected} 行 = 采用 ${rows.accepted} + 退回 ${rows.rejected}`,
        rows.rejects && `  退回的行和原因：${rows.rejects}`,
        rows.notes > 0 && `  采用的行里有 ${rows.notes} 处没有读懂，按未写明处理；查看：renshu inspect ${path}`,
      ]
        .filter(Boolean)
        .join('\n'),
    found: (matches: number, nearMisses: number, seconds: number) =>
      `匹配 ${matches} 个，差一点 ${nearMisses} 个，用时 ${seconds.toFixed(1)} 秒`,
    written: (path: string) => `已写入 ${path}`,
    swapped: (jobs: string, talents: string) =>
      `两个文件可能放反了：${jobs} 看起来是求职者表，${talents} 看起来是岗位表。应先写岗位表，再写求职者表。`,
    unusedMap: (column: string) => `--map 指定的列“${column}”在两个文件里都没有。`,
    badFormat: (path: string) => `写不了 ${path}：结果只能写成 .xlsx、.csv 或 .jsonl。`,
    overInput: (path: string) => `--out 不能写到输入文件 ${path} 上，请换一个文件名。`,
    settingsNotJson: (path: string) => `${path} 不是一个 JSON 对象，应写成 {"weights": {"occupation": 40, …}}。`,
    unknownSetting: (path: string, name: string, near: string | undefined) =>
      `${path} 里的“${name}”不是一项设置。${near ? `是不是 ${near}？` : ''}`,
    badSetting: (path: string, name: string, value: string | number) => `${path} 里的“${name}”不能是 ${value}。`,
    badWeights: (path: string, total: number) =>
      `${path} 里各项权重之和应为 100，现在是 ${total}。没有写的项沿用默认值。`,
  },
  factor: {
    occupation: '职业',
    skills: '技能',
    text: '经历',
    salary: '薪资',
    distance: '地点',
    experience: '经验',
    recency: '时效',
  } satisfies Record<FactorName, string>,
  constraint: {
    occupation: '职业',
    place: '地点',
    salary: '薪资',
    education: '学历',
    experience: '经验',
    certificates: '证书',
    employment: '用工形式',
    availability: '到岗时间',
    refusals: '本人意愿',
    age: '年龄',
  } satisfies Record<ConstraintName, string>,
  sheet: {
    sheets: { jobs: '按岗位', talents: '按求职者' } satisfies BySide,
    columns: {
      from: '方向',
      jobId: '岗位编号',
      title: '岗位',
      employer: '用人单位',
      place: '工作地点',
      offer: '月薪（元）',
      talentId: '求职者编号',
      wishes: '求职意向',
      wishedPlace: '期望地点',
      wishedPay: '期望月薪（元）',
      education: '学历',
      years: '工作年限',
      rank: '名次',
      score: '得分',
      result: '结论',
      reasons: '理由',
    },
    reason: (factor: string, reason: string) => `${factor}：${reason}`,
    unstated: (factor: string) => `${factor} 未写明`,
  },
  inspect: {
    examining: (path: string) => `读取 ${path}`,
    kind: { jobs: '岗位表', talents: '求职者表' } satisfies BySide,
    title: (path: string, kind: string) => `${path}（${kind}）`,
    rows: (accepted: number, rejected: number) =>
      `读取 ${accepted + rejected} 行 = 采用 ${accepted} + 退回 ${rejected}`,
    duplicates: (count: number) => (count === 0 ? '没有发现重复' : `重复 ${count} 行：换个写法再次发布的同一条`),
    columns: '认出的列',
    unknownColumns: (names: string) => `没有用上的列：${names}`,
    shares: ['字段', '有内容', '读懂', '比例'],
    places: (ambiguous: number, anywhere: number) => `地点之中：有歧义 ${ambiguous}，不限地点 ${anywhere}`,
    unparsed: '最常见的读不懂的写法',
    times: (count: number) => `${count} 次`,
    occupations: '最多的职业',
    topPlaces: '最多的地点',
    groups: '重复的例子（行号）',
    lines: (lines: number[]) => `第 ${lines.join('、')} 行`,
    rejects: '退回的行',
    reject: (line: number, column: string, value: string, reason: string) =>
      `第 ${line} 行${column && `，${column}`}${value && `“${value}”`}：${reason}`,
    more: (count: number) => `……另有 ${count} 行`,
    effort: (seconds: number, rowsPerSecond: number, megabytes: number) =>
      `用时 ${seconds.toFixed(1)} 秒，每秒 ${Math.round(rowsPerSecond)} 行，内存最高 ${Math.round(megabytes)} MB`,
  },
  field: {
    id: '编号',
    title: '岗位名称',
    place: '工作地点',
    salary: '薪资',
    education: '学历',
    experience: '经验',
    employer: '用人单位',
    industry: '行业',
    description: '岗位说明',
    tags: '标签',
    skills: '技能',
    certificates: '证书',
    employment: '用工形式',
    shift: '班次',
    age: '年龄',
    headcount: '人数',
    welfare: '福利',
    category: '类别',
    date: '日期',
    startBy: '最迟到岗',
    validUntil: '截止日期',
    name: '姓名',
    wish: '求职意向',
    wishPlace: '期望地点',
    wishIndustry: '期望行业',
    home: '现居住地',
    commute: '通勤距离',
    wishSalary: '期望薪资',
    sex: '性别',
    birth: '出生日期',
    availableFrom: '可到岗日期',
    refuses: '不接受',
    phone: '电话',
    idNumber: '证件号码',
    occupation: '职业',
  } satisfies Record<Field | 'occupation', string>,
  eval: {
    badTable: (path: string, header: string) => `${path} 的格式不对：应是 TSV，表头为 ${header}，其后至少一行。`,
    badQrels: (path: string, line: number) => `${path} 第 ${line} 行的格式不对：应为“查询 0 名称 相关度”四列。`,
    nothingRelevant: () => '没有一个查询带有相关名称，算不出指标。',
    result: (queries: number, titles: number) => `${queries} 个查询，${titles} 个名称，不设截断`,
  },
}
export type Messages = typeof zh
