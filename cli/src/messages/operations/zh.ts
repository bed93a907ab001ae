import type { BackupProblem, ChainProblem, WrongDataKey } from '@renshu/server'

const entry = (seq: number) => `第 ${seq} 号记录`

/** What the commands that run an installation say, in Chinese. `en.ts` has the same keys. */
export const zhOperations = {
  badSettings: (detail: string) => `设置有误，请改好环境变量再运行（说明见 docs/operating.md）：\n${detail}`,
  folderInUse: (pid: number) => `数据文件夹正由进程 ${pid} 使用；请先停止它，或换一个 DATA_DIR。`,
  clockOfUse: () => '这里是正式使用的记录，时钟不能拨快。请去掉 CLOCK_AHEAD，或者换一个空的 DATA_DIR。',
  clockBehind: (days: number) =>
    `这里的记录是在拨快 ${days} 天的时钟下保存的，时间只能向前，不能用更早的时钟打开。只在开发时可以继续：设置 DEVELOPMENT=on 和 CLOCK_AHEAD=${days}（或更大）；也可以换一个空的 DATA_DIR。`,
  migrationMismatch: (detail: string) => `数据库与程序的版本对不上，什么也没有改动；请换用对应的版本：${detail}`,
  databaseAway: (reason: string) => `连不上数据库，请检查 DATABASE_URL 和数据库是否在运行：${reason}`,
  databaseRefused: (reason: string) => `数据库不让进：${reason}`,
  notMigrated: () => '数据库里还没有表；请先运行 renshu migrate。',
  portTaken: (port: number) => `端口 ${port} 已被占用；请换一个 PORT，或先停止占用它的程序。`,
  running: (address: string) => `人枢已启动：${address}（按 Ctrl+C 停止）`,
  stopping: () => '正在停止，等待办理中的请求……',
  migrated: (names: readonly string[]) =>
    names.length ? `已升级数据库，执行了 ${names.length} 步：` : '数据库已是最新，没有要执行的步骤。',
  wrongKey: {
    other:
      '数据不是用现在的 DATA_KEY 加密的。请改回原来的密钥；如要换用新密钥，先停止平台，把原密钥放进 DATA_KEY_OLD，再运行 renshu reseal。',
    unfinished: '换密钥还没有做完。请设好 DATA_KEY 和 DATA_KEY_OLD 再运行一次 renshu reseal，会接着做完。',
    former: '这个 DATA_KEY 以前用过、已经换掉，不能再换回来。请用 openssl rand -hex 32 另生成一个。',
    unknown: 'DATA_KEY_OLD 里没有正在使用的密钥，无法换用新密钥，什么也没有改动。',
  } satisfies Record<WrongDataKey['problem'], string>,
  resealing: (table: string, rows: number) => `${table}：累计检查 ${rows} 行`,
  resealed: (rows: number, changed: number) =>
    `已换用新密钥：检查 ${rows} 行，重新加密 ${changed} 行。请另存新密钥；原密钥留到原来的备份都删除为止。`,
  backedUp: (path: string, tables: number, rows: number, files: number) =>
    `已备份到 ${path}：${tables} 张表、${rows} 行、${files} 个文件。`,
  keyNotInside: () =>
    '注意：备份里没有数据密钥。没有它，手机号、身份证号等加密内容无法读出；请把 DATA_KEY（或 DATA_DIR/data.key）另存在别处。',
  restored: (path: string, tables: number, rows: number, files: number) =>
    `已从 ${path} 恢复：${tables} 张表、${rows} 行、${files} 个文件；逐表核对，与备份完全一致。`,
  refused: {
    notABackup: () => '这个文件不是人枢的备份。',
    newerFormat: () => '这个备份由更新的版本做成，请换用新版本恢复。',
    torn: () => '备份文件不完整或被改动过，没有恢复任何内容；请换一份备份。',
    unknownMigration: (name) => `备份所用的数据库版本（${name}）本程序不认识，请换用对应的版本恢复。`,
    notEmpty: (table) => `只能恢复到空的数据库，而 ${table} 里已有内容；请另建一个数据库，或换一个 DATA_DIR。`,
    otherKey: () =>
      '数据密钥与备份时的不同，手机号等加密内容会读不出来；请先设好原来的 DATA_KEY（或放回 data.key）。确实没有原密钥时加 --accept-other-key。',
    differs: (table) => `恢复后的 ${table} 与备份不一致，已全部撤回。`,
    fileLost: (hash) => `上传的文件 ${hash} 在文件存储里找不到或已损坏，备份没有做成。`,
  } satisfies Record<BackupProblem, (detail: string) => string>,
  unknownTask: (verb: string, task: string, tasks: readonly string[]) =>
    `不会做“${verb} ${task}”，可以做的有：${tasks.join('、')}。`,
  officerAdded: (name: string) => `已设立经办人员 ${name}：用手机验证码登录，首次登录时绑定第二步验证。`,
  officerInput: (fields: readonly string[]) =>
    `没有设立：${fields.map((field) => `--${field}`).join('、')} 填写不对（手机号 11 位，姓名不超过 40 字，区市代码 6 位）。`,
  officerRefused: ({ zh }: { zh: string; en: string }) => `没有设立：${zh}。`,
  unknownCity: (city: string, known: readonly string[]) => `没有城市 ${city}，现有：${known.join('、')}。`,
  badHead: (value: string) => `--head 要写成 城市:批次:校验值，如 370200:12:ab34…，不能是“${value}”。`,
  noLedger: () => '台账里还没有记录。',
  sealed: (city: string, batches: number, entries: number) =>
    `${city}：封存 ${entries} 条，新增 ${batches} 批。链尾（请另存，日后可用 --head 核对）：`,
  nothingToSeal: (city: string) => `${city}：没有待封存的记录。`,
  whole: (city: string, entries: number, batches: number, unsealed: number) =>
    `${city}：台账完好。共 ${entries} 条、${batches} 批，另有 ${unsealed} 条待封存。`,
  ledgerDiffers: (city: string, found: number) => `${city}：台账有 ${found} 处与封存时不符：`,
  more: (count: number) => `……另有 ${count} 处未列出`,
  differences: (count: number) => `台账核验未通过，共 ${count} 处不符。`,
  chainProblem: (problem: ChainProblem): string => {
    switch (problem.kind) {
      case 'entryChanged':
        return `${entry(problem.seq)}（${problem.entryId}）被改动过`
      case 'entryMissing':
        return `${entry(problem.seq)}（第 ${problem.batch} 批）不见了`
      case 'entryAdded':
        return `${entry(problem.seq)}（${problem.entryId}）是封存后插入第 ${problem.batch} 批范围的`
      case 'batchChanged':
        return `第 ${problem.batch} 批被改动过，或其中的记录连同校验值被换过`
      case 'batchMissing':
        return `第 ${problem.batch} 批不见了`
      case 'chainBroken':
        return `第 ${problem.batch} 批接不上前一批`
      case 'headDiffers':
        return `所给的链尾（第 ${problem.batch} 批）已不在链上：之后的内容被截掉或重做过`
    }
  },
  citusMissing: (isInstalled: boolean): string =>
    isInstalled
      ? '这个数据库还没有启用 Citus；请以管理员身份在其中执行 create extension citus，再重试。'
      : '这台数据库服务器没有安装 Citus 扩展；单机无需分布。要看会执行哪些语句，加 --dry-run。',
  needsServer: () =>
    '内嵌数据库不能分布；请用 DATABASE_URL 指向装有 Citus 的 PostgreSQL。要看会执行哪些语句，加 --dry-run。',
  distributed: (tables: number, local: number) => `已按城市分布 ${tables} 张表，${local} 张表留在协调节点。`,
}
export type OperationsMessages = typeof zhOperations
