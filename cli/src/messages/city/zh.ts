import type { DemoRole } from '@renshu/server'

/** What `renshu city` says, in Chinese. `en.ts` has the same keys. */
export const zhCity = {
  unknownSubject: (subject: string) => `不会做“city ${subject}”，目前只有 check。`,
  finding: (file: string, path: string, reason: string) => `${file}${path && ` 的 ${path}`}：${reason}`,
  wrong: (count: number) => `有 ${count} 处要改，改好再启动；有错的城市不会被使用。`,
  city: (code: string, name: string, districts: number, streets: number) =>
    `${code} ${name}：${districts} 个区市，${streets} 个街道和镇`,
  parameters: (total: number, examples: number) => `  参数 ${total} 项，其中示例 ${examples} 项`,
  rules: (policies: number, services: number) => `  政策 ${policies} 项，事项 ${services} 项`,
  heldRecords: (names: string) => `  提示：平台自己不掌握、要由其他部门提供的记录：${names}`,
  demo: (agencies: number, employers: number, parks: number) =>
    `  演示数据：机构 ${agencies} 家，用人单位 ${employers} 家，园区 ${parks} 个`,
}

/** What `renshu start` says of a made-up city, in Chinese. `en.ts` has the same keys. */
export const zhDemo = {
  making: (city: string) => `正在生成演示用的${city}：单位、求职者和岗位均为虚构，只做一次……`,
  goingOn: (city: string) => `上次没有生成完演示用的${city}，接着生成（规模与上次相同）……`,
  progress: { people: '求职者账号', postings: '岗位和应聘', talents: '求职档案' },
  intro: '这是演示数据，可用下面的账号登录。输入手机号，验证码会显示在登录页上；经办人员还要用密钥做第二步验证。',
  columns: ['角色', '手机号', '姓名', '单位或辖区', '第二步验证的密钥'],
  wholeCity: '全市',
  roles: {
    administrator: '管理员（市人社局）',
    districtOfficer: '区市经办',
    employerOwner: '用人单位 管理员',
    employerRecruiter: '用人单位 招聘',
    employerViewer: '用人单位 只看',
    agencyOwner: '人力资源机构',
    parkOperator: '园区运营',
    schoolOwner: '院校',
    seeker: '求职者',
    counter: '窗口（办事）',
    reviewer: '审核人（办事）',
    approver: '复核人（办事）',
    cashier: '支付人',
    secondCashier: '支付人（放行）',
  } satisfies Record<DemoRole, string>,
}

/** What `renshu import` says, in Chinese. `en.ts` has the same keys. */
export const zhImport = {
  unknownSubject: (subject: string) => `不会导入“${subject}”，只有 register（单位名册）和 jobs（岗位表）。`,
  badCity: (code: string) => `没有城市 ${code}，请检查 --city 或 CITY。`,
  badServer: (value: string) => `--server 要写成 http://127.0.0.1:8080 这样的地址，不能是“${value}”。`,
  reading: (path: string) => `导入 ${path}`,
  counts: (read: number, created: number, updated: number, unchanged: number, rejected: number) =>
    `读取 ${read} 行 = 新增 ${created} + 更新 ${updated} + 未变 ${unchanged} + 退回 ${rejected}`,
  rejects: (path: string) => `  退回的行和原因：${path}`,
  columns: ['行', '列', '内容', '原因'],
  refused: (detail: string) => `${detail}。什么也没有导入。`,
  serverSays: (detail: string) => `服务器没有接受：${detail}。什么也没有导入。`,
  brokenOff: (read: number, rows: number) =>
    `导入中断：${rows} 行中已处理 ${read} 行，已写入的保留；可以再次导入同一文件。`,
  serverAway: (address: string) => `连不上 ${address}，请检查 --server 和平台是否在运行。`,
  inUse: '要导入正在运行的平台，请设 RENSHU_TOKEN（登录后的令牌），再用 --server 指明地址。',
  waiting: (count: number) => `  其中 ${count} 个岗位等待审核`,
  speed: (rows: number, seconds: string) => `  用时 ${seconds} 秒，每秒 ${rows} 行`,
  inNameOf: (name: string) => `以演示账号 ${name} 的身份导入`,
  organisationNeeded: '请用 --organisation 写明是哪家单位的岗位（单位主页地址里的编号）。',
  notOrganisation: (id: string) => `--organisation 要写单位的编号，不能是“${id}”。`,
  brokenOffAt: (read: number, problem: string) =>
    `读到第 ${read} 行时中断：${problem}。已写入的保留；可以再次导入同一文件。`,
}
