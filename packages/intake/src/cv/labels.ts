/** Fields that people write as `姓名：…`, several on a line. */
const LABELS = {
  name: '姓名|名字|name',
  sex: '性别|gender|sex',
  born: '出生年月|出生日期|出生年份|出生时间|生日|date of birth|birthday',
  age: '年龄|age',
  education: '最高学历|学历|文化程度|学位',
  years: '工作年限|工作经验|从业年限|工龄|经验',
  wish: '求职意向|意向岗位|意向职位|意向工种|期望职位|期望岗位|期望工作|期望从事职业|应聘岗位|应聘职位|求职岗位|求职职位|目标职位|目标岗位|objective',
  place: '期望城市|期望地点|期望工作地点|期望工作地|期望地区|意向城市|意向地区|意向地点|工作地点|工作地区|工作城市',
  salary: '期望薪资|期望月薪|期望薪酬|期望待遇|期望工资|薪资要求|待遇要求|薪资期望|月薪要求|expected salary',
  home: '现居住地|现居地|居住地|现住址|家庭住址|住址|所在地|所在城市|现居|地址',
  employer: '公司名称|公司|单位名称|单位|工作单位|企业名称|company|employer',
  title: '职位名称|职位|岗位名称|岗位|职务|担任职务|position|title',
  other:
    '民族|籍贯|户口|户籍|政治面貌|婚姻状况|婚否|身高|体重|健康状况|电话|手机|手机号码|联系电话|联系方式|邮箱|电子邮箱|e-?mail|phone|微信|毕业院校|毕业学校|专业|毕业时间|身份证号?|到岗时间|求职状态|工作性质|英语水平',
} as const
export type Label = keyof typeof LABELS

const LABEL_OF = new Map(
  Object.entries(LABELS).flatMap(([label, words]) => words.split('|').map((word) => [word, label as Label] as const)),
)
const WORDS = [...LABEL_OF.keys()].toSorted((a, b) => b.length - a.length).join('|')
/** Letters of a label are set apart to fill its column: 姓 名. */
const SPREAD = WORDS.split('|')
  .map((word) => (/^\p{Script=Han}{2}$/u.test(word) ? [...word].join('[ \\t]*') : word))
  .join('|')
const FIELD = new RegExp(`(?:^|[\\s|｜,，;；/])[●•·\\-*]?\\s*(${SPREAD})\\s*[:：]`, 'giu')

const labelOf = (written: string): Label => {
  const plain = written.toLowerCase()
  return LABEL_OF.get(plain.replaceAll(/\s/g, '')) ?? LABEL_OF.get(plain) ?? 'other'
}

/** Values by label, the first of each; a value ends where the next label begins. */
export function labelled(lines: readonly string[]): Map<Label, string> {
  const found = new Map<Label, string>()
  for (const line of lines) {
    const marks = [...line.matchAll(FIELD)]
    for (const [at, mark] of marks.entries()) {
      const value = line
        .slice(mark.index + mark[0].length, marks[at + 1]?.index)
        .replaceAll(/^[\s|｜,，;；/]+|[\s|｜,，;；/]+$/g, '')
      const label = labelOf(mark[1]!)
      if (value && !found.has(label)) found.set(label, value)
    }
  }
  return found
}
