/** Parts of a CV as people name them. */
const HEADINGS = {
  person: '基本信息|个人信息|个人资料|基本资料|个人概况|personal information|personal details',
  wish: '求职意向|求职目标|期望工作|职业意向|意向岗位|objective|career objective',
  work: '工作经历|工作经验|工作履历|职业经历|从业经历|实习经历|实习经验|工作及实习经历|工作背景|work experience|experience|employment|employment history|work history',
  projects: '项目经历|项目经验|项目背景|projects|project experience',
  education: '教育经历|教育背景|教育情况|学习经历|学历|education|education background',
  training: '培训经历|培训经验|training',
  skills: '技能|专业技能|职业技能|技能特长|个人技能|技能清单|掌握技能|技能证书|技能与证书|skills|professional skills',
  certificates:
    '证书|资格证书|职业资格证书|职业资格|所获证书|获得证书|持有证书|荣誉证书|资质证书|certificates|certifications',
  about: '自我评价|个人评价|自我介绍|个人优势|个人简介|自我描述|summary|about me|profile|self evaluation',
  honours: '获奖情况|荣誉奖项|奖惩情况|荣誉|获奖经历|awards',
  others:
    '兴趣爱好|其他信息|其他|家庭成员|家庭情况|社会关系|校园经历|在校经历|语言能力|联系方式|hobbies|languages|references',
} as const
export type SectionName = keyof typeof HEADINGS

const NAMES = new Map(
  Object.entries(HEADINGS).flatMap(([name, words]) =>
    words.split('|').map((word) => [word.replaceAll(' ', ''), name as SectionName] as const),
  ),
)

/** Sections whose words may follow on the heading's line; of the others a value there is a labelled field (学历：大专). */
const INLINE: ReadonlySet<SectionName> = new Set(['wish', 'skills', 'certificates', 'about'])
const LONGEST_HEADING = 24

/** Without the marks with which headings are set off: numbers, brackets, bullets, English in brackets. */
const bare = (line: string): string =>
  line
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[(（[【].*?[)）\]】]/g, (part) => (/\p{Script=Han}/u.test(part) ? part.slice(1, -1) : ''))
    .replace(/^(?:[一二三四五六七八九十]+|\d{1,2})\s*[、.．]/u, '')
    .replaceAll(/[^\p{L}]/gu, '')

/** 工作经历 Work Experience: a heading in two languages is that of the first. */
const nameOf = (words: string): SectionName | undefined => {
  const plain = bare(words)
  return (
    NAMES.get(plain) ?? NAMES.get(plain.replace(/[a-z]+$/, '')) ?? NAMES.get(plain.replace(/^[a-z]+(?=\P{ASCII})/u, ''))
  )
}

interface Heading {
  name: SectionName
  /** What follows on the line. */
  rest: string
}

function headingOf(line: string): Heading | undefined {
  const [head = '', ...after] = line.split(/[:：]/)
  const rest = after.join('：').trim()
  if (head.length > LONGEST_HEADING) return undefined
  const name = nameOf(head)
  return name && (rest === '' || INLINE.has(name)) ? { name, rest } : undefined
}

/** Lines of a CV by section, in their order; what stands before the first heading is about the person. */
export function sectionsOf(text: string): Map<SectionName, string[]> {
  const sections = new Map<SectionName, string[]>([['person', []]])
  let now: SectionName = 'person'
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (!line) continue
    const heading = headingOf(line)
    if (!heading) {
      sections.get(now)!.push(line)
      continue
    }
    now = heading.name
    const lines = sections.get(now) ?? []
    if (heading.rest) lines.push(heading.rest)
    sections.set(now, lines)
  }
  return sections
}
