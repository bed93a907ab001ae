import type { OperationsHelp } from '../help-texts.ts'

export const zhOperationsHelp: OperationsHelp = {
  start: {
    summary: '启动平台：网站、接口、后台任务',
    about: [
      '设置全部来自环境变量，见 docs/operating.md。不设 DATABASE_URL 时使用 DATA_DIR 里的内嵌数据库。启动时自动升级数据库。',
      '在空的数据文件夹里启动时，先生成一座虚构的城市，并列出可以登录的账号，验证码显示在屏幕上。设了 PUBLIC_URL 或 DATABASE_URL 就不会这样做。',
      '按 Ctrl+C 停止：不再接新请求，办完手上的再退出；再按一次立即退出。',
    ],
    operands: {},
    options: {
      'demo-size': 'large 生成 20 万求职者、5 万在招岗位，边做边报进度；默认 usual',
      'demo-agencies': '演示城市里有多少家机构；默认按城市文件夹，青岛为 2845',
      'demo-employers': '演示城市里有多少家用人单位；默认按城市文件夹，青岛为 6000',
      'demo-talents': '演示城市里有多少求职者；默认青岛为 5000，用人单位很少时相应减少',
      'demo-postings': '演示城市里有多少在招岗位，近一年已下架的另计；默认青岛为 2000，用人单位很少时相应减少',
      'no-demo': '不生成演示数据',
    },
    examples: [
      ['renshu start', '在 http://127.0.0.1:8080 试用'],
      ['PORT=80 HOST=0.0.0.0 DATABASE_URL=postgres://… DATA_KEY=… renshu start', '正式运行'],
    ],
  },
  migrate: {
    summary: '把数据库升级到这个版本，不启动',
    about: ['每一步是一个事务，中途被打断不留痕迹；多个进程同时运行时只有一个在做。'],
    operands: {},
    options: {},
    examples: [['renshu migrate', '']],
  },
  reseal: {
    summary: '换数据密钥：把加密的内容改用新密钥加密',
    about: [
      '先停止所有平台进程并备份。DATA_KEY 设为新密钥，DATA_KEY_OLD 设为原密钥（有几个就用逗号隔开，新的在前）。',
      '一千行一批，被打断后再运行一次就接着做；做完之前平台不会启动。',
    ],
    operands: {},
    options: {},
    examples: [['DATA_KEY=新密钥 DATA_KEY_OLD=原密钥 renshu reseal', '']],
  },
  backup: {
    summary: '把全部数据和上传的文件备份成一个文件',
    about: ['取同一时刻的内容，使用 PostgreSQL 时不必停机；内嵌数据库要先停止服务。数据密钥不在备份里，请另外保管。'],
    operands: { FILE: '写到哪里，写完整后才出现' },
    options: {},
    examples: [['renshu backup 2026-03-01.renshu.gz', '']],
  },
  restore: {
    summary: '把备份恢复到空的数据库，逐表核对',
    about: ['两种数据库之间可以互相恢复。要么全部恢复，要么什么也不改。先设好备份时的 DATA_KEY。'],
    operands: { FILE: '备份文件' },
    options: { 'accept-other-key': '数据密钥与备份时不同也恢复，加密内容将无法读出' },
    examples: [['DATA_DIR=新文件夹 renshu restore 2026-03-01.renshu.gz', '']],
  },
  ledger: {
    summary: '核验台账有没有被改动，或封存新的记录',
    about: [
      'verify 重新计算每条记录和每个批次的校验值，指出被改动、删除、插入的记录和批次；有不符时以退出码 1 结束。',
      'seal 封存尚未封存的记录并显示链尾。链尾另存在别处，日后用 --head 核对，可发现末尾被截掉。',
    ],
    operands: { 'verify|seal': '核验，或封存' },
    options: {
      head: '以前记下的链尾，城市:批次:校验值；每座城市可写一个',
      json: '每座城市输出一行 JSON',
    },
    examples: [
      ['renshu ledger verify', ''],
      ['renshu ledger verify --head 370200:12:ab34…', '并与以前的链尾核对'],
    ],
  },
  officer: {
    summary: '设立经办人员；新系统的第一位管理员只能在这里设立',
    about: ['在服务器所在的机器上运行。经办人员用手机验证码登录，首次登录时绑定第二步验证。内嵌数据库要先停止服务。'],
    operands: { add: '增加一位' },
    options: {
      phone: '手机号',
      name: '姓名',
      district: '区市代码，如 370202；不写为全市',
      administrator: '可以管理其他经办人员和设置',
      city: '城市代码；默认按 CITY 设置',
    },
    examples: [['renshu officer add --phone 13900000000 --name 张三 --administrator', '全市管理员']],
  },
  db: {
    summary: '把数据库按城市分布到多台机器（Citus）',
    about: ['以 city 为分布列，同一座城市的记录在同一台机器上。空库和有数据的库都可以；全部完成才生效。'],
    operands: { distribute: '做什么：分布' },
    options: { 'dry-run': '只显示要执行的语句，不执行，也不需要 Citus' },
    examples: [['renshu db distribute --dry-run', '']],
  },
}
