import type { HelpTexts } from './help-texts.ts'
import { zhOperationsHelp } from './operations/zh-help.ts'

export const zhHelp: HelpTexts = {
  ...zhOperationsHelp,
  tagline:
    '人枢 renshu —— 城市人力资源市场的运营平台；也能单独读懂岗位表和求职者表，给出讲得清理由的匹配。数据不离开自己的机器。',
  usage: '用法',
  verbs: '命令',
  operands: '参数',
  options: '选项',
  examples: '例子',
  exitCodes: '退出码',
  more: '每个命令的详细说明：renshu 命令 --help；加 --lang en 改用英文。',
  version: '显示版本号',
  common: {
    lang: '提示、理由所用的语言：zh 中文（默认），en 英文',
    help: '显示这份说明',
  },
  exits: {
    ok: '成功。有个别行被退回也算成功，退回的行另存为文件',
    failed:
      'bench：测出的答案与定义不一致，或应成立的没有成立；city check、policy test：城市文件夹有错，或算例不符；ledger verify：台账与封存时不符；restore：恢复结果与备份不一致',
    usage: '命令或设置写得不对：命令、选项、取值不认识，或环境变量有误',
    input:
      '输入不能用：文件不存在、为空、加密、损坏、编码不明，或缺少必需的列；bench：没有安装要对比的程序；restore：备份不能用',
    unavailable: '数据库或数据文件夹现在不能用：连不上、正被别的进程使用、版本对不上、不是空的，或端口被占用',
    output: '结果写不出去：没有权限、文件夹不存在或磁盘已满',
    internal: '程序自身出错',
    interrupted: '被 Ctrl-C 中断',
    terminated: '被系统结束',
  },
  match: {
    summary: '把岗位表和求职者表配对，双向排名，逐条说明理由',
    about: [
      '读取岗位表和求职者表（.xlsx、.csv、.jsonl，以及它们的 .gz），自动辨认编码和列名，逐个给出最合适的对象。',
      '双方的硬条件都满足才算匹配；只差一项、差得不多的列为“差一点”，并写明差在哪里、差多少。',
      '不能用的行不影响其余各行：连同原因写进“输入文件名.rejects.csv”，读取、采用、退回的行数显示在最后。',
    ],
    operands: { JOBS: '岗位表', TALENTS: '求职者表' },
    options: {
      top: '每个岗位（或每位求职者）最多列出几名，默认 20',
      near: '每份名单后最多列出几个“差一点”的，默认 3；0 表示不列',
      from: '从哪一方出发：jobs 为岗位找人，talents 为人找岗位，both 两份都要；写 .xlsx 时默认 both，其余默认 jobs',
      out: '写入文件，按后缀定格式：.xlsx（两张工作表，可直接打印）、.csv 或 .jsonl',
      explain: '在终端上列出每一项得分的理由',
      json: '每个匹配输出一行 JSON，便于程序读取',
      map: '列名认不出时指定：字段=列名，可写多次；只指一个文件时写 jobs.字段=列名 或 talents.字段=列名',
      sheet: '读工作簿里的哪一张表；只指一个文件时写 jobs=表名 或 talents=表名',
      encoding: '文本文件的编码：utf-8、gb18030、utf-16le 或 utf-16be；写法同上；默认自动辨认',
      'as-of': '以哪一天为准计算发布时间、到岗时间和年龄，如 2026-03-01；默认今天',
      weights: '改动各项权重和尺度的 JSON 文件，说明见 docs/cli.md',
    },
    examples: [
      ['renshu match 岗位.xlsx 求职者.csv --top 5 --explain', '在终端上看每个岗位最合适的五人和理由'],
      ['renshu match 岗位.xlsx 求职者.csv --out 匹配结果.xlsx', '写成可以打印的表格，岗位、求职者各一张'],
      ['renshu match jobs.jsonl.gz talents.csv --from talents --json | head', '为每位求职者找岗位，交给下一个程序'],
      ['renshu match 岗位.csv 求职者.csv --map jobs.title=招聘工种', '岗位名称写在“招聘工种”一列里'],
    ],
  },
  read: {
    summary: '逐行读懂一列文字：职业、地点、薪资、学历、经验、证件号码',
    about: [
      '从文件或标准输入逐行读取，每行输出一行，列之间用制表符分开，行数不变；读不懂的，结果列留空。',
      '适合在管道里清洗一列数据。输入为 UTF-8 或 GB18030，自动辨认；输出一律为 UTF-8。',
    ],
    operands: {
      'occupation|place|salary|education|experience|id': '读什么，输出的列依次为：',
      '[FILE]': '一行一个值的文件，可以是 .gz；不写或写 - 时读标准输入',
    },
    columns: {
      occupation: '原文、职业代码（2022 版大典）、名称、把握（0–1）、依据',
      place: '原文、区划代码、名称、候选；有歧义时代码为 AMBIGUOUS，候选用 | 分开；地点不限时代码为 ANY',
      salary: '原文、最低、最高、每年几薪、是否面议（1/0）；元/月，没有上限或下限时留空',
      education: '原文、学历代码、名称',
      experience: '原文、最少年数、最多年数',
      id: '原文、种类、是否有效（1/0）、无效的原因',
    },
    options: { encoding: '输入的编码：utf-8、gb18030、utf-16le 或 utf-16be；默认自动辨认' },
    examples: [
      ['renshu read salary 薪资.txt > 薪资.tsv', '把一列薪资换算成每月的元'],
      ['cut -f3 岗位.tsv | renshu read place | grep AMBIGUOUS', '找出有歧义的地点'],
      ['echo 急聘！！叉车司机（包吃住）8k | renshu read occupation', '看一个岗位名称归入哪个职业'],
    ],
  },
  inspect: {
    summary: '体检一个岗位表或求职者表：各列读懂多少，哪些读不懂，有多少重复',
    about: [
      '一遍读完整个文件，报告认出的列、每个字段读懂的比例、最常见的读不懂的写法、重复发布的岗位、职业和地点的分布。',
      '不改动、不生成任何文件。',
    ],
    operands: { FILE: '岗位表或求职者表' },
    options: {
      json: '输出一个 JSON 对象',
      kind: '表里是什么：jobs 岗位，talents 求职者；默认按列名判断',
      map: '列名认不出时指定：字段=列名，可写多次',
      sheet: '读工作簿里的哪一张表；默认选最像的一张',
      encoding: '文本文件的编码：utf-8、gb18030、utf-16le 或 utf-16be；默认自动辨认',
    },
    examples: [
      ['renshu inspect 岗位.xlsx', '在终端上看报告'],
      ['renshu inspect postings.jsonl.gz --json', '交给程序读取'],
    ],
  },
  eval: {
    summary: '用带标注的检索集给岗位名称相似度打分',
    about: [
      '对每个查询名称，把整个名称库按相似度排序，不设截断；按标注算出 MAP、MRR 和 nDCG@10。',
      '没有任何相关名称的查询不计入。',
    ],
    operands: { titles: '评测对象：岗位名称相似度' },
    options: {
      queries: '查询，TSV，表头 q_id 和 jobtitle',
      corpus: '名称库，TSV，表头 c_id 和 jobtitle',
      qrels: '标注，TREC 格式，每行“查询 0 名称 1”',
      json: '输出 {"map":…,"mrr":…,"ndcg10":…}',
    },
    examples: [['renshu eval titles --queries q.tsv --corpus c.tsv --qrels qrels.tsv --json', '']],
  },
  bench: {
    summary: '在一座虚构的城市上测量匹配引擎：多大、多准、多快',
    about: [
      '生成一座虚构城市的求职者和岗位，建立索引，依次测量耗时、占用，并与逐一评判的结果对照；每测完一项就输出一项。',
      '同样的规模和种子得到同样的记录和提问。答案不一致时以退出码 1 结束。',
    ],
    operands: { match: '测量对象：匹配引擎' },
    options: {
      talents: '求职者人数，1 到 9999999',
      jobs: '岗位个数，1 到 9999999',
      peers: '与哪些引擎对比：postgres、sqlite，用逗号分开；需要本机装有 postgresql-15、sqlite3；默认不对比',
      threads: '为全城匹配时的线程数，1 到 15；默认与核数相同',
      questions: '每个方向计时的提问次数，默认 2000',
      seed: '虚构城市的种子，默认 1',
      json: '输出一个 JSON 对象',
    },
    examples: [
      ['renshu bench match --talents 100000 --jobs 10000', '一座小城，几十秒'],
      ['renshu bench match --talents 1000000 --jobs 100000 --peers postgres,sqlite --json', '一座大城，并与数据库对比'],
    ],
  },
  city: {
    summary: '检查城市文件夹：区市、参数、演示数据，哪里写得不对',
    about: [
      '一座城市就是 cities/ 下的一个文件夹，只有数据。逐个文件检查，报告文件、位置和原因；有错时以退出码 1 结束。',
    ],
    operands: { check: '做什么：检查', '[FOLDER]': '一座城市的文件夹；不写则检查全部，位置由 CITIES_DIR 决定' },
    options: {},
    examples: [['renshu city check cities/370200-qingdao', '只检查青岛']],
  },
  policy: {
    summary: '城市的政策：列出、检查并试算，或按事实作出一次判定',
    about: [
      '政策是 cities/ 下的数据文件，本市没有的依次用省里和国家的。list 列出；test 检查文件、核对旁边的算例，再看算例能查出多少处人为的改错；decide 判定一项政策，逐条说明依据和算式。',
      '事实写成 JSON：金额、比例、日期写成文字（"22189.16"、"5.5%"、"2025-01-31"），数目写成数字，是否写成 true、false。没有写的事实算未知，会列出还要问什么，并给出暂估。',
    ],
    operands: {
      'list|test|decide': '做什么',
      '[KEY|FOLDER…]': 'decide 时是政策的代号；test 时是城市的文件夹，默认全部',
    },
    options: {
      facts: '事实，按各自的代号（decide）',
      date: '按哪一天的事实和标准；默认今天',
      known: '依哪一天已知的规定；默认今天',
      history: '以往领取的记录，没有写 []（decide）；不写算未知',
      city: '哪座城市；默认按 CITY',
      json: '输出 JSON（list、decide）',
    },
    examples: [
      ['renshu policy test cities/370200-qingdao', '只检查青岛的'],
      [
        `renshu policy decide supplementary-injury --facts '{"medicalCost":"22189.16"}' --date 2024-08-12`,
        '这笔医药费能赔多少，还要知道什么',
      ],
    ],
  },
  import: {
    summary: '导入单位名册，或一家单位的岗位表（xlsx、csv、jsonl 及其 .gz）',
    about: [
      'register 按统一社会信用代码新增或更新单位；jobs 按来源编号新增或更新一家单位的岗位，读法和退回原因与 inspect 相同，同一文件再导入一次什么也不变。',
      '有 RENSHU_TOKEN、--token 或 --server 时，以该账号的身份导入正在运行的平台；否则直接写入 DATA_DIR 或 DATABASE_URL 的数据库，内嵌数据库要先停止平台。',
      '本机正在运行演示平台、又没有令牌时，jobs 以演示用人单位的账号导入。',
      '不能用的行不影响其余各行：连同原因写进“输入文件名.rejects.csv”。',
    ],
    operands: {
      'register|jobs': '导入什么：单位名册或岗位表',
      FILE: '名册要有单位名称和统一社会信用代码，岗位表要有岗位名称',
    },
    options: {
      limit: '只读前 N 行（jobs）',
      organisation: '哪家单位的岗位（jobs）；账号只属于一家单位时可以不写',
      server: '平台的地址；默认按 PUBLIC_URL，或 HOST 和 PORT',
      token: '登录后的令牌；默认按 RENSHU_TOKEN',
      city: '哪座城市；默认按 CITY',
      json: '输出一个 JSON 对象：读取、新增、更新、未变、等待审核、退回',
    },
    examples: [
      ['renshu import register 机构名册.xlsx', '直接写入本机的数据库'],
      ['RENSHU_TOKEN=… renshu import register 机构名册.xlsx --server https://rc.example.gov.cn', '导入正在运行的平台'],
      ['renshu import jobs 岗位.xlsx --limit 1000', '本机演示平台运行时，导入前 1000 行岗位'],
    ],
  },
}
