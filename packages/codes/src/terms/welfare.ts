import { vocabulary } from './vocabulary.ts'

const TABLE = [
  {
    code: 'insuranceAndFund',
    zh: '五险一金',
    en: 'social insurance and housing fund',
    words:
      '五险一金 5险1金 五险1金 5险一金 六险一金 6险1金 七险一金 六险二金 六险两金 五险二金 五险两金 七险二金 七险两金 八险一金 社保公积金',
  },
  {
    code: 'insurance',
    zh: '五险',
    en: 'social insurance',
    words:
      '五险 5险 五险一金 5险1金 五险1金 5险一金 六险 六险一金 6险1金 七险一金 六险二金 六险两金 五险二金 五险两金 七险二金 七险两金 八险一金 社保 三险 四险 社会保险 社保五险 社保医保 社保公积金',
  },
  {
    code: 'housingFund',
    zh: '公积金',
    en: 'housing provident fund',
    words:
      '公积金 住房公积金 五险一金 5险1金 五险1金 5险一金 六险一金 6险1金 七险一金 六险二金 六险两金 五险二金 五险两金 七险二金 七险两金 八险一金 全额公积金 社保公积金 补充公积金',
  },
  {
    code: 'extraInsurance',
    zh: '补充商业保险',
    en: 'additional insurance',
    words:
      '补充医疗保险 补充医疗 商业保险 商业险 补充商业险 补充保险 意外险 意外保险 商业意外险 雇主责任险 商业医疗保险 补充商业保险 团体险 六险 六险一金 6险1金 七险一金 六险二金 六险两金 七险二金 七险两金 八险一金',
  },
  {
    code: 'pension',
    zh: '企业年金',
    en: 'occupational pension',
    words: '企业年金 职业年金 六险二金 六险两金 五险二金 五险两金 七险二金 七险两金',
  },
  {
    code: 'meals',
    zh: '包吃',
    en: 'meals provided',
    words:
      '包吃 管吃 包餐 管饭 包饭 供餐 包吃住 包吃包住 包住包吃 管吃管住 管吃住 包食宿 供食宿 提供食宿 免费食宿 提供吃住 食宿免费 包三餐 包两餐 包一餐 包二餐 包中餐 包午餐 包晚餐 包早餐 包工作餐 工作餐 免费三餐 免费工作餐 免费午餐 免费早餐 免费早午餐 免费早午晚餐 免费晚餐 提供午餐 提供三餐 提供工作餐 提供中餐 提供晚餐 员工餐 一日三餐 工作午餐 管三餐 管午餐 管午饭 包午饭 吃住全包 食宿全包 免费吃住',
  },
  {
    code: 'housing',
    zh: '包住',
    en: 'housing provided',
    words:
      '包住 包住宿 管住 供住宿 包吃住 包吃包住 包住包吃 管吃管住 管吃住 包食宿 供食宿 提供食宿 免费食宿 提供吃住 食宿免费 提供住宿 免费住宿 住宿免费 员工宿舍 免费宿舍 提供宿舍 宿舍 公寓住宿 提供公寓 人才公寓 吃住全包 食宿全包 免费吃住 可住宿 有住宿 有宿舍 提供车住',
  },
  {
    code: 'canteen',
    zh: '员工食堂',
    en: 'canteen',
    words: '食堂 员工食堂 职工食堂 公司食堂 免费食堂 有食堂 员工餐厅 自有食堂 单位食堂',
  },
  {
    code: 'mealAllowance',
    zh: '餐补',
    en: 'meal allowance',
    words:
      '餐补 餐饮补贴 饭补 餐费补贴 午餐补助 午餐补贴 伙食补贴 餐饮补助 餐贴 加班餐补 食宿补贴 伙食补助 误餐补助 用餐补贴',
  },
  {
    code: 'housingAllowance',
    zh: '房补',
    en: 'housing allowance',
    words: '房补 住房补贴 租房补贴 住宿补贴 外宿补贴 住房补助 租房补助 食宿补贴 住房津贴 购房津贴',
  },
  {
    code: 'transportAllowance',
    zh: '交通补贴',
    en: 'transport allowance',
    words: '交通补贴 交通补助 车补 交补 交通津贴 打车报销 油补 车费补贴 车费报销',
  },
  {
    code: 'phoneAllowance',
    zh: '通讯补贴',
    en: 'phone allowance',
    words: '通讯补贴 通讯津贴 话补 话费补贴 通讯补助 电话补贴 话费补助 通信补贴',
  },
  {
    code: 'heatAllowance',
    zh: '高温补贴',
    en: 'heat allowance',
    words: '高温补贴 高温津贴 防暑降温 降温费 高温费 高温补助',
  },
  {
    code: 'heatingAllowance',
    zh: '采暖补贴',
    en: 'heating allowance',
    words: '采暖补贴 取暖补贴 取暖费 采暖费 烤火费 暖气补贴',
  },
  {
    code: 'nightAllowance',
    zh: '夜班补贴',
    en: 'night-shift allowance',
    words: '夜班补贴 夜班津贴 夜班补助 晚班补贴 夜班费 中夜班补贴 倒班补贴 倒班津贴',
  },
  {
    code: 'travelAllowance',
    zh: '出差补贴',
    en: 'travel allowance',
    words: '出差补贴 差旅补贴 出差补助 差旅补助 外派津贴 驻外补贴 出差津贴',
  },
  {
    code: 'educationAllowance',
    zh: '学历补贴',
    en: 'education allowance',
    words: '学历补贴 技能补贴 证书补贴 职称补贴 学历津贴',
  },
  {
    code: 'weekends',
    zh: '双休',
    en: 'two days off a week',
    words:
      '双休 周末双休 做五休二 上五休二 每周双休 固定双休 周末固定双休 做5休2 上5休2 五天工作制 周末休息 五天8小时 5天8小时 五天八小时',
  },
  {
    code: 'singleDayOff',
    zh: '单休',
    en: 'one day off a week',
    words: '单休 周末单休 做六休一 上六休一 做6休1 月休4天 月休四天 六天工作制 周日休息',
  },
  {
    code: 'alternateWeekends',
    zh: '大小周',
    en: 'alternating weekends',
    words: '大小周 大小休 单双休 大小周休息 大小礼拜 单双周 月休6天 月休六天',
  },
  {
    code: 'holidays',
    zh: '法定节假日',
    en: 'statutory holidays off',
    words: '法定节假日 节假日休息 法定假期 法定假日 国家法定休假 国家法定假期 法定休假 节假日放假 国家法定假 法定假',
  },
  {
    code: 'paidLeave',
    zh: '带薪年假',
    en: 'paid leave',
    words: '带薪年假 带薪休假 年假 带薪假期 年休假 带薪年休假 有薪年假 超长年假 法定年假 带薪假',
  },
  { code: 'sickLeave', zh: '带薪病假', en: 'paid sick leave', words: '带薪病假 全薪病假' },
  { code: 'schoolHolidays', zh: '寒暑假', en: 'school holidays', words: '寒暑假 带薪寒暑假 寒暑假期' },
  {
    code: 'familyLeave',
    zh: '婚产育儿假',
    en: 'marriage and parental leave',
    words: '产假 陪产假 婚假 带薪婚假 育儿假 生育补贴 带薪产假',
  },
  {
    code: 'noOvertime',
    zh: '不加班',
    en: 'no overtime',
    words: '不加班 无加班 不用加班 无需加班 从不加班 拒绝加班 不提倡加班',
  },
  {
    code: 'overtimePay',
    zh: '加班费',
    en: 'overtime pay',
    words: '加班费 加班补贴 加班补助 加班工资 加班有薪 加班双薪 加班餐补',
  },
  {
    code: 'thirteenthMonth',
    zh: '年底双薪',
    en: 'thirteenth month',
    words: '年底双薪 年终双薪 13薪 十三薪 14薪 15薪 16薪 十四薪',
  },
  {
    code: 'yearEndBonus',
    zh: '年终奖',
    en: 'year-end bonus',
    words: '年终奖 年终奖金 高额年终奖 年度奖金 年终奖励 年终分红 年底分红 年终红包 年底奖金',
  },
  {
    code: 'performanceBonus',
    zh: '绩效奖金',
    en: 'performance bonus',
    words: '绩效奖金 绩效奖 项目奖金 季度奖金 项目奖 月度奖金 业绩奖金 项目奖励 提成奖金 专项奖金 季度奖',
  },
  { code: 'attendanceBonus', zh: '全勤奖', en: 'attendance bonus', words: '全勤奖 全勤奖金 满勤奖 全勤奖励 全勤' },
  { code: 'seniorityPay', zh: '工龄奖', en: 'seniority pay', words: '工龄奖 工龄工资 工龄补贴 工龄津贴 司龄奖' },
  { code: 'stock', zh: '股票期权', en: 'stock options', words: '股票期权 股权激励 期权 高薪期权 员工持股' },
  {
    code: 'payAdvance',
    zh: '可预支薪水',
    en: 'pay advance',
    words: '可预支薪水 预支工资 可预支 工资可预支 薪资可预支',
  },
  {
    code: 'holidayGifts',
    zh: '节日福利',
    en: 'holiday gifts',
    words:
      '节日福利 节日礼物 节日礼品 节假日福利 过节费 过节福利 节日慰问 节日礼金 节假日礼品 过节礼金 年节福利 节假福利 节日津贴 节日补贴 节假日补贴 节庆福利 节日慰问金 节日红包',
  },
  {
    code: 'birthday',
    zh: '生日福利',
    en: 'birthday benefit',
    words: '生日福利 生日礼金 生日礼物 生日会 生日津贴 生日补贴 生日假 生日礼品',
  },
  {
    code: 'checkup',
    zh: '定期体检',
    en: 'medical check-ups',
    words: '定期体检 年度体检 免费体检 员工体检 健康体检 体检 带薪体检',
  },
  {
    code: 'training',
    zh: '培训',
    en: 'training',
    words:
      '专业培训 技能培训 带薪培训 免费培训 岗前培训 入职培训 在职培训 技术培训 员工培训 产品培训 岗位培训 培训体系 带薪学习 师傅带教 师带徒',
  },
  {
    code: 'shuttle',
    zh: '班车',
    en: 'shuttle bus',
    words: '班车 免费班车 厂车 通勤车 接送车 通勤班车 班车接送 厂车接送 车接车送',
  },
  {
    code: 'trips',
    zh: '员工旅游',
    en: 'company trips',
    words: '员工旅游 年度旅游 国内外旅游 旅游团建 国外旅游 公司旅游 出国旅游 免费旅游 团建旅游 旅游',
  },
  {
    code: 'teamEvents',
    zh: '团建聚餐',
    en: 'team events',
    words:
      '团队聚餐 团建 定期团建 团建活动 团建聚餐 不定期团建 员工聚餐 部门聚餐 不定期聚餐 定期聚餐 每月团建 季度团建 公司团队聚餐 旅游团建 团建旅游',
  },
  {
    code: 'snacks',
    zh: '下午茶',
    en: 'snacks',
    words: '下午茶 零食下午茶 免费下午茶 休闲下午茶 免费零食 休闲餐点 水果零食 每周下午茶 零食',
  },
  { code: 'gym', zh: '健身', en: 'gym', words: '健身瑜伽 健身房 免费健身 免费健身房 健身俱乐部' },
  {
    code: 'childBenefits',
    zh: '子女福利',
    en: 'benefits for children',
    words: '子女福利 子女入学 子女教育 托管班 子女就学',
  },
] as const satisfies readonly { code: string; zh: string; en: string; words: string }[]

export type Welfare = (typeof TABLE)[number]['code']

const VOCABULARY = vocabulary<Welfare>(
  TABLE,
  // Trades, subjects and duties that only share the letters.
  '体检中心 体检科 体检报告 健身教练 旅游管理 旅游服务 旅游顾问 旅游行业 旅游业 旅游专业 宿舍管理 宿管 食堂阿姨 食堂管理 食堂承包 社保专员 社保局 社保代理 社保核算 零食店 零食行业 社会保险学 期权交易 公积金代办 班车司机 通勤车司机 包住宅 不包住宅',
)

/** Every benefit of the vocabulary, in the order of the table. */
export const WELFARE: readonly Welfare[] = TABLE.map(({ code }) => code)

export const welfareName = VOCABULARY.name

/** 五险一金 names 五险 and 公积金 too; 包吃住 both of its halves. @example readWelfare('包吃住，双休') // ['meals', 'housing', 'weekends'] */
export const readWelfare = VOCABULARY.find
