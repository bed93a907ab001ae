import { readFileSync } from 'node:fs'

/** A spelling of a skill; a guarded one is a common word or a single letter and needs other skills beside it. */
export type Spelling = { name: string; isGuarded: boolean }

type Index = { spellings: ReadonlyMap<string, Spelling>; lengths: ReadonlyMap<string, readonly number[]> }

/** Words in which a skill's name means something else; they are read over. */
const SHIELDS = [
  '社会保险 商业保险 医疗保险 养老保险 失业保险 工伤保险 生育保险 补充医疗 意外保险 缴纳保险 购买保险 保险齐全 五险一金',
  '历史数据 历史记录 历史问题 政治面貌 政治素质 地理位置 身体健康 健康证 定期体检 免费体检 年度体检',
  '专业培训 岗前培训 带薪培训 免费培训 技能培训 入职培训 员工旅游 年度旅游 国内外旅游 团队旅游 旅游团建',
  '会计师事务所 律师事务所 实习期 试用期 测试期 数学系 化学品 金融业 食品补贴 餐饮补贴 交通补贴 通讯补贴 住房补贴',
  'http:// https:// www. .com .cn 微信分享 职能类别 服务器 免费洗衣 冰箱 空调房 带空调 独立卫浴 银行卡 手机号 微信号',
  '股票期权 健身瑜伽 健身房 校园招聘 招聘会 人力资源服务 咨询服务 企业服务 旅游服务 轻量化 可量化 量化考核 员工活动 免费健身',
  // Words whose ends meet: 确保 + 安全 is not 保安, 优化 + 工作 not 化工, 进行 + 研究 not 行研.
  '确保安 保安全 安保险 方面条 方面点 组织布 部门岗 实施工 维护工 防护工 护工作 护工程 护工具 活动效果 动效果 动效率 自行车',
  '行车记录 行车联 行车辆 行车载 行车型 车工程 车工业 管工作 管工程 管系统 管系列 代理货物 管理货 理货物 理货款 理货源 空调机',
  '陪护假 相关务 体育馆 代码仓库 数据库仓库 化工作 化工具 化验证 行研究 行研发 行研讨 切配合 合规范 合规律 合规则 家政府 家政策',
  '通关系 通关键 造价值 地推动 地推进 地推广 地推出 报关系 挖掘机会 挖掘机器 挖掘机理 理发展 理发现 理发布 理发送 高压力',
  '公司法务 公司法人 公司法定 结汇报 结汇总 计调研 计调整 计调优 计调试 精益求精 研学习 研学术 海工作 海工厂 面包含 面包括',
  '点餐补 点餐费 家具备 家具有 装载机制 品检测 品检查 品检索 品控制 电工程 电工作 电工具 电工业 库管理 制单元 制单位 热力图',
  '报检索 素描述 门机制 门机会 门机构 面销售 洗衣机 洗衣房 水电费 意语言 网感兴 等保存 等保证 等保持 等保障 域控制 超声波 按摩椅',
].flatMap((words) => words.split(' '))

const SHIELD: Spelling = { name: '', isGuarded: false }

const readEntries = (): [string, Spelling][] =>
  readFileSync(new URL('../../data/skills.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split('=').map((word) => word.replaceAll('_', ' '))
      const name = words[0] ?? ''
      return words.map((word): [string, Spelling] => {
        const isGuarded = word.startsWith('?')
        return [(isGuarded ? word.slice(1) : word).toLowerCase(), { name, isGuarded }]
      })
    })

const LETTER = /[a-z0-9]/

const build = (): Index => {
  const spellings = new Map<string, Spelling>(SHIELDS.map((word) => [word, SHIELD]))
  for (const [word, spelling] of readEntries()) spellings.set(word, spelling)
  const lengths = new Map<string, number[]>()
  for (const word of spellings.keys()) {
    const known = lengths.get(word[0] ?? '') ?? []
    if (!known.includes(word.length))
      lengths.set(
        word[0] ?? '',
        [...known, word.length].sort((a, b) => b - a),
      )
  }
  return { spellings, lengths }
}

let index: Index | undefined

/** Latin words end where no letter, figure or sign of a longer name follows (C is not in C++, C# or CET). */
const isCut = (text: string, start: number, end: number): boolean => {
  const before = text[start - 1] ?? ''
  const after = text[end] ?? ''
  if (LETTER.test(text[start] ?? '') && (LETTER.test(before) || before === '_')) return true
  if (!LETTER.test(text[end - 1] ?? '')) return false
  const isSingle = end - start === 1
  return (
    LETTER.test(after) ||
    after === '_' ||
    (isSingle && /[+#&'-]/.test(after)) ||
    (after === '.' && LETTER.test(text[end + 1] ?? ''))
  )
}

/** The longest spelling that stands at a place of a folded text; an empty name is a word to read over. */
export const spellingAt = (text: string, at: number): { spelling: Spelling; end: number } | undefined => {
  index ??= build()
  for (const length of index.lengths.get(text[at] ?? '') ?? []) {
    const spelling = index.spellings.get(text.slice(at, at + length))
    if (spelling && at + length <= text.length && !isCut(text, at, at + length)) return { spelling, end: at + length }
  }
  return undefined
}

/** Every canonical skill name. */
export const skillNames = (): string[] => {
  index ??= build()
  return [...new Set([...index.spellings.values()].map(({ name }) => name))].filter(Boolean)
}
