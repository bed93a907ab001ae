import {
  type EducationLevel,
  type EmploymentType,
  type Shift,
  educationName,
  employmentTypeName,
  industry,
  occupation,
  shiftName,
} from '@renshu/codes'
import { type Values, itemNames, list, listed, payRange, period, placeName, wayTo, yuanText } from './values.ts'

const items = (values: Values, name: string) => {
  const names = itemNames(list(values, name), 'name')
  return listed(names, '、', () => ` 等 ${names.length} 项`)
}
const pay = (values: Values, name: string) =>
  payRange(values, name, { between: '{} 元/月', above: '{} 元/月以上', below: '{} 元/月以下' })
const by = (values: Values) => `${yuanText(Number(values['by']))} 元/月`
const start = (values: Values) => `${yuanText(Number(values['wishMin']))} 元/月起`
const place = (values: Values, name: string) => placeName(String(values[name]))
const level = (values: Values, name: string) => educationName(values[name] as EducationLevel)
const years = (values: Values, name: string) => period(Number(values[name]), { years: '{} 年', months: '{} 个月' })
const types = (values: Values, name: string) =>
  list(values, name)
    .map((type) => employmentTypeName(type as EmploymentType))
    .join('、')
const alike = (v: Values) =>
  Number(v['similarity']) > 0
    ? `名称“${v['job']}”与意向“${v['wish']}”相近度 ${v['similarity']}%`
    : `名称“${v['job']}”与意向“${v['wish']}”不相近`
const missing = (v: Values) =>
  list(v, 'missing').map((code) => {
    const [name] = itemNames([code], 'name')
    const choice = code.includes('|') ? `${name}（至少一种）` : name
    return `缺少要求的${choice}${wayTo(code) ? `，取得办法：${wayTo(code)}` : ''}`
  })

export const zh = {
  'occupation.equal': (v: Values) => `岗位名称与意向“${v['wish']}”一致`,
  'occupation.level4': (v: Values) => `同属职业“${v['name']}”，${alike(v)}`,
  'occupation.level3': (v: Values) => `同属小类“${v['name']}”，${alike(v)}`,
  'occupation.level2': (v: Values) => `同属中类“${v['name']}”，${alike(v)}`,
  'occupation.level1': (v: Values) => `仅同属大类“${v['name']}”，${alike(v)}`,
  'occupation.title': alike,
  'occupation.foreign': (v: Values) => `与求职意向“${v['wish']}”不是一类职业`,
  'occupation.unknown': () => '求职者没有写明意向岗位',
  'skills.all': (v: Values) => `要求的技能都具备：${items(v, 'shared')}`,
  'skills.some': (v: Values) => `具备 ${items(v, 'shared')}；还缺 ${items(v, 'missing')}`,
  'skills.none': (v: Values) => `岗位要的技能都没有写到：${items(v, 'missing')}`,
  'skills.jobUnknown': () => '岗位没有写明技能要求',
  'skills.talentUnknown': (v: Values) => `求职者没有写明技能；岗位希望 ${items(v, 'missing')}`,
  'text.shared': (v: Values) => `经历中提到：${list(v, 'words').join('、')}`,
  'text.none': () => '经历与岗位说明没有共同的用词',
  'text.unknown': () => '一方没有文字说明',
  'salary.met': (v: Values) => `薪资 ${pay(v, 'offer')}，达到期望 ${pay(v, 'wish')}`,
  'salary.within': (v: Values) => `期望 ${start(v)}，在岗位的 ${pay(v, 'offer')} 之内`,
  'salary.tolerated': (v: Values) => `期望 ${start(v)}，比岗位的 ${pay(v, 'offer')} 高出 ${by(v)}，可以商谈`,
  'salary.openTop': (v: Values) => `薪资 ${pay(v, 'offer')}，起薪比期望的 ${start(v)} 低 ${by(v)}，上不封顶`,
  'salary.below': (v: Values) => `薪资 ${pay(v, 'offer')}，期望 ${pay(v, 'wish')}，差 ${by(v)}`,
  'salary.jobUnknown': () => '岗位薪资面议或未写明',
  'salary.talentUnknown': () => '求职者没有写明期望薪资的起点',
  'place.remote': () => '可远程办公，不限地点',
  'place.onSite': () => '求职者只找远程工作，岗位须到现场',
  'place.inside': (v: Values) => `工作地${place(v, 'site')}在期望的${place(v, 'wish')}范围内`,
  'place.insideNear': (v: Values) =>
    `工作地${place(v, 'site')}在期望的${place(v, 'wish')}范围内，离家约 ${v['km']} 公里`,
  'place.insideHome': (v: Values) => `工作地就在住处所在的${place(v, 'site')}，也是期望的地方`,
  'place.home': (v: Values) => `工作地就在住处所在的${place(v, 'site')}`,
  'place.coarse': (v: Values) => `岗位地点只写到${place(v, 'site')}，不能确定是否在期望的${place(v, 'wish')}`,
  'place.outside': (v: Values) => `工作地${place(v, 'site')}不在期望的${place(v, 'wish')}，相距约 ${v['km']} 公里`,
  'place.elsewhere': (v: Values) => `工作地${place(v, 'site')}不在期望的${place(v, 'wish')}`,
  'place.commute': (v: Values) => `工作地${place(v, 'site')}离家约 ${v['km']} 公里，在 ${v['limit']} 公里之内`,
  'place.tooFar': (v: Values) => `工作地${place(v, 'site')}离家约 ${v['km']} 公里，超出 ${v['by']} 公里`,
  'place.coarseHome': (v: Values) => `工作地${place(v, 'site')}，住在${place(v, 'home')}，地点不够细，算不出距离`,
  'place.jobUnknown': () => '岗位没有写明工作地点',
  'place.talentUnknown': () => '求职者没有写明期望地点和住处',
  'experience.met': (v: Values) => `有 ${years(v, 'years')}经验，达到要求的 ${years(v, 'asked')}`,
  'experience.below': (v: Values) =>
    Number(v['years']) === 0
      ? `没有工作经验，要求 ${years(v, 'asked')}`
      : `有 ${years(v, 'years')}经验，要求 ${years(v, 'asked')}，差 ${years(v, 'by')}`,
  'experience.notNeeded': () => '不要求经验',
  'experience.jobUnknown': () => '岗位没有写明经验要求',
  'experience.talentUnknown': (v: Values) => `要求 ${years(v, 'asked')}经验，求职者没有写明`,
  'recency.known': (v: Values) =>
    [v['posted'] && `岗位 ${v['posted']} 发布`, v['renewed'] && `简历 ${v['renewed']} 更新`].filter(Boolean).join('，'),
  'recency.unknown': () => '双方都没有写明日期',
  'education.met': (v: Values) => `学历${level(v, 'held')}，达到要求的${level(v, 'asked')}`,
  'education.below': (v: Values) => `学历${level(v, 'held')}，低于要求的${level(v, 'asked')}`,
  'education.notAsked': () => '学历不限或未写明',
  'education.talentUnknown': (v: Values) => `要求${level(v, 'asked')}，求职者没有写明学历`,
  'certificates.met': (v: Values) => `持有要求的${items(v, 'required')}`,
  'certificates.missing': (v: Values) => missing(v).join('；'),
  'certificates.notAsked': () => '没有证书要求',
  'employment.met': (v: Values) => `岗位可以${types(v, 'shared')}，求职者接受`,
  'employment.other': (v: Values) => `岗位是${types(v, 'offered')}，求职者只接受${types(v, 'accepted')}`,
  'employment.unknown': () => '一方没有写明用工形式',
  'availability.met': (v: Values) => `${v['availableFrom']} 可到岗，最迟 ${v['startBy']}`,
  'availability.late': (v: Values) => `${v['availableFrom']} 才能到岗，最迟 ${v['startBy']}，晚 ${v['by']} 天`,
  'availability.unknown': () => '一方没有写明到岗时间',
  'refusals.none': () => '没有触及求职者不接受的条件',
  'refusals.employer': (v: Values) => `求职者不考虑${v['employer']}`,
  'refusals.industry': (v: Values) => `求职者不考虑${industry(String(v['industry']))?.name ?? v['industry']}`,
  'refusals.shifts': (v: Values) =>
    `求职者不接受${list(v, 'shifts')
      .map((shift) => shiftName(shift as Shift))
      .join('、')}`,
  'refusals.occupation': (v: Values) =>
    `求职者不接受“${occupation(String(v['occupation']))?.name ?? v['occupation']}”一类的工作`,
  'age.met': () => '年龄符合法律规定',
  'age.unsure': (v: Values) => `只写了出生年份，录用前须核实已满 ${v['min']} 周岁`,
  'age.below': (v: Values) => `未满 ${v['min']} 周岁，法律不允许`,
  'age.above': (v: Values) => `超过法定上限 ${v['max']} 周岁`,
  'age.unknown': () => '没有写明出生年份',
}
