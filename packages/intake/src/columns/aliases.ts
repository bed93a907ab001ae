import type { Field, RecordKind } from './fields.ts'

/**
 * Header names by field, in the form `normaliseName` gives them: lower case, no spaces, no punctuation.
 * An earlier column of a field counts as the better one where only one value is wanted.
 */
type Aliases = Partial<Record<Field, string>>

/** Names that mean the same in both kinds of file. */
const COMMON: Aliases = {
  education:
    '学历 最低学历 学历要求 最高学历 文化程度 教育程度 学历层次 教育背景 毕业学历 edu education degree highesteducation educationlevel qualification',
  skills:
    '技能 技能要求 技能标签 专业技能 掌握技能 技能特长 特长 语言能力 外语水平 skill skills skilltags skilllabels skilllables langs languages',
  certificates:
    '证书 证书要求 持证要求 持证情况 资格证书 职业资格 职业资格证书 职业技能等级 技能等级 技能证书 所需证书 持有证书 执业资格 驾照 驾驶证 certificate certificates license licenses certification certifications',
  employment:
    '工作性质 用工形式 用工方式 用工性质 用工类型 工作类型 职位性质 岗位性质 就业类型 求职类型 全职兼职 employment employmenttype jobtype worktype',
  date: '日期 发布日期 发布时间 更新时间 更新日期 刷新时间 登记日期 登记时间 填报日期 录入时间 date updatedon updatedat updatetime publishdate publishtime posted posteddate postdate createtime createdate issuedate',
  tags: '标签 职位标签 岗位标签 关键词 职位亮点 tag tags jobtags keyword keywords labels',
  phone: '电话 联系电话 手机 手机号 手机号码 联系方式 联系人电话 联系手机 phone mobile tel telephone contactphone',
}

const JOBS: Aliases = {
  ...COMMON,
  id: 'id 编号 职位编号 岗位编号 职位id 岗位id 招聘编号 信息编号 jobid positionid jobno jobcode',
  title:
    '职位名称 岗位名称 招聘岗位 招聘职位 岗位 职位 工种 招聘工种 用工岗位 需求岗位 岗位工种 工种岗位 职务 职务名称 招工岗位 招工工种 缺工岗位 缺工工种 拟招岗位 招聘岗位名称 招聘职位名称 title jobtitle position positionname jobname job role post',
  place:
    '工作省份 省份 工作城市 所在城市 城市 工作区域 所在区域 所属区域 区域 区县 所在区 所在区县 工作区县 地区 所在地区 工作地区 工作地点 工作地 上班地点 就业地点 所在地 镇街 街道 工作地址 上班地址 单位地址 公司地址 企业地址 详细地址 地址 地点 province city district area region location joblocation place workplace worklocation workcity address jobarea',
  salary:
    '薪资 薪资待遇 薪资范围 薪资水平 薪资福利 薪酬 薪酬待遇 薪酬范围 薪酬标准 薪水 工资 工资待遇 工资范围 工资标准 工资水平 月薪 月工资 月收入 待遇 待遇水平 福利待遇薪资 岗位薪酬 综合薪资 综合工资 薪资区间 薪酬区间 工资区间 providesalary 最低工资 最低薪资 最低月薪 薪资下限 工资下限 月薪下限 起薪 最高工资 最高薪资 最高月薪 薪资上限 工资上限 月薪上限 年薪 日薪 日工资 时薪 小时工资 工价 salary wage wages pay payrange salaryrange monthlysalary compensation minsalary salarymin salaryfrom salarylow maxsalary salarymax salaryto salaryhigh',
  experience:
    '经验 工作经验 工作经验要求 经验要求 工作年限 工作年限要求 年限 从业年限 相关经验 exp experience experienceyears experiencerequired workexperience workyear workyears years',
  employer:
    '公司 公司名称 单位 公司全称 企业全称 单位全称 单位名称 企业 企业名称 用人单位 用人单位名称 用工单位 用工企业 招聘单位 招聘企业 招聘公司 雇主 企业简称 公司简称 company companyname companyfullname employer employername enterprise organization organisation firm',
  industry:
    '行业 所属行业 行业类别 行业类型 单位行业 公司行业 企业行业 所在行业 industry sector companyindustry industryfield industrytype',
  description:
    '描述 职责 职位描述 岗位描述 职位详情 岗位详情 工作内容 岗位职责 工作职责 职位职责 主要职责 职责描述 任职要求 任职资格 岗位要求 职位要求 招聘条件 招聘要求 招聘说明 应聘条件 用工要求 其他要求 岗位要求及条件 基本要求 基本条件 职位信息 岗位说明 要求 备注 备注说明 desc description jobdescription jobdesc jobdescribe detail details requirement requirements responsibility responsibilities duties remark remarks note',
  shift: '班次 倒班 上班时间 工作时间 工作班次 班制 上班班次 作息时间 shift shifts workinghours worktime schedule',
  age: '年龄 年龄要求 年龄范围 年龄限制 age agerange',
  headcount:
    '人数 招聘人数 招工人数 需求人数 需求数 用工人数 岗位人数 拟招人数 招聘数量 缺工人数 用工需求 名额 headcount vacancies openings number recruitnumber',
  welfare:
    '福利 福利待遇 职位福利 岗位福利 待遇福利 公司福利 企业福利 员工福利 食宿 食宿情况 食宿条件 吃住 保险 社保 五险一金 welfare benefits benefit perks positionadvantage',
  category:
    '职位类别 岗位类别 职位分类 岗位分类 职位类型 岗位类型 职业类别 职能类别 职类 类别 工种类别 category jobcategory function jobfunction',
  startBy: '到岗时间 到岗日期 到岗要求 最迟到岗 最迟到岗日期 用工时间 上岗时间 上岗日期 startby startdate onboarddate',
  validUntil:
    '截止日期 截止时间 招聘截止 招聘截止日期 招聘截止时间 报名截止 报名截止日期 报名截止时间 投递截止 投递截止日期 有效期至 有效至 有效截止日期 有效期截止 到期日期 到期时间 失效日期 下架日期 validuntil validthrough validto deadline applicationdeadline closingdate expirydate expirationdate expireson expires enddate',
}

const TALENTS: Aliases = {
  ...COMMON,
  id: 'id 编号 求职者编号 求职编号 简历编号 简历id 人员编号 登记编号 talentid resumeid personid candidateid userid seekerid',
  name: '姓名 名字 求职者 求职者姓名 求职人员 求职人 人员姓名 应聘者 name fullname candidate candidatename',
  wish: '求职意向 意向岗位 意向职位 意向工种 期望职位 期望岗位 期望工种 期望工作 求职岗位 求职职位 求职工种 应聘岗位 应聘职位 希望岗位 希望工种 希望从事岗位 择业工种 择业意向 就业意向 意向职业 期望职业 拟从事岗位 想做的工作 want wish wishes wantedjob desiredjob desiredposition expectedposition objective jobobjective targetposition',
  title:
    '现任岗位 原从事岗位 曾从事岗位 当前职位 当前岗位 目前职位 现职位 原岗位 原工种 最近职位 职业 从事职业 原从事工种 岗位 职位 工种 职位名称 岗位名称 currenttitle currentposition lastposition title jobtitle position',
  wishPlace:
    '期望地点 意向城市 意向地区 意向地点 意向区域 期望城市 期望地区 期望区域 期望工作地 期望工作地点 期望工作城市 期望工作地区 求职地区 求职区域 工作地点 工作地区 工作区域 期望工作区域 意向工作地 意向工作地点 意向工作区域 意向工作地区 意向工作城市 希望地区 希望工作地 希望工作地点 希望工作区域 希望工作地区 就业意向地 就业意向地区 就业地点 择业地区 wantcity preferredcity preferredplace wishplace wantplace desiredcity desiredlocation expectedcity preferredlocation targetcity',
  wishIndustry:
    '期望行业 意向行业 求职行业 期望从事行业 wantindustry wishindustry desiredindustry expectedindustry industry',
  wishSalary:
    '期望薪资 期望月薪 期望薪酬 期望工资 期望待遇 意向薪资 意向月薪 薪资要求 工资要求 月薪要求 待遇要求 薪资期望 薪酬要求 要求薪资 期望薪水 最低期望薪资 期望薪资下限 最低薪资要求 最低月薪要求 最低工资要求 期望最低薪资 期望薪资上限 最高期望薪资 期望最高薪资 薪资 工资 月薪 wage wages salary wantsalary wishsalary wantwage desiredsalary expectedsalary salaryexpectation',
  home: '现居住地 居住地 现居地 现住址 居住地址 现居住地址 家庭住址 家庭地址 住址 常住地 常住地址 所在地 所在城市 所在区域 所在地区 城市 区域 地址 户籍地 户籍 户口所在地 籍贯 city home address residence location currentcity livingcity district',
  commute: '通勤距离 可接受通勤距离 最远距离 通勤公里 可接受距离 通勤范围 commute commutekm maxcommute maxdistance',
  experience:
    '经验 工作经验 工作年限 从业年限 年限 工龄 相关经验 相关工作年限 exp experience experienceyears yearsofexperience workexperience workyear workyears years',
  description:
    '自我评价 自我介绍 个人简介 个人介绍 个人优势 工作经历 工作履历 履历 主要经历 项目经历 项目经验 个人评价 求职说明 备注 备注说明 about summary selfevaluation introduction profile bio description desc jobs projects workhistory history remark remarks note',
  employment: `${COMMON.employment} 求职性质 期望工作性质 意向工作性质`,
  shift: '班次 可上班次 倒班 接受倒班 能否倒班 能否夜班 是否接受夜班 班次要求 shift shifts',
  refuses:
    '不接受 不考虑 拒绝 不愿从事 不接受条件 回避 回避单位 不去的单位 其他要求 特殊要求 refuses refuse avoid exclusions notaccept',
  sex: '性别 sex gender',
  birth:
    '出生年月 出生日期 出生年份 生日 出生 出生时间 birth birthday birthyear birthdate born dateofbirth yearofbirth',
  age: '年龄 age',
  availableFrom:
    '到岗时间 可到岗时间 可到岗日期 到岗日期 最快到岗 入职时间 可入职时间 available availablefrom availabledate startdate',
  idNumber: '身份证 身份证号 身份证号码 证件号码 证件号 公民身份号码 idnumber idcard idno',
}

/** What a name means, and how good a column of that name is for the field: the smaller the better. */
export type Meaning = { field: Field; rank: number }

const toMap = (aliases: Aliases): Map<string, Meaning> =>
  new Map(
    Object.entries(aliases).flatMap(([field, names]) =>
      names.split(' ').map((name, rank) => [name, { field: field as Field, rank }] as const),
    ),
  )

export const ALIASES: Record<RecordKind, Map<string, Meaning>> = { jobs: toMap(JOBS), talents: toMap(TALENTS) }

/** Fields that give a kind of file away. */
export const TELLING: Record<RecordKind, Field[]> = {
  jobs: ['title', 'employer', 'headcount', 'welfare', 'category', 'shift', 'tags'],
  talents: ['name', 'wish', 'wishPlace', 'wishIndustry', 'sex', 'birth', 'availableFrom', 'refuses', 'idNumber'],
}
