import { anyOf, covers, specialities } from './certificates.ts'

/** Certificates named at a place of a text prepared by `plain`; several codes are alternatives. */
export type Hit = { codes: string[]; start: number; end: number }

const CLAUSE = '[^,;。!?\\n]'
const JOIN = '\\s*(?:/|、|,|\\||或者|或|以及|和|及|与|\\s)?\\s*'
const CAR = '(?:a[1-3]|b[12]|c[1-6])(?![0-9d-z])(?![abc](?![1-6]))'
const CARS = new RegExp(`(?<![a-z0-9])${CAR}(?:${JOIN}${CAR})*`, 'g')
const LICENCE = '驾驶证|驾照|驾驶执照|驾证|驾本|驾驶本|驾驶员|驾龄|驾驶|司机|执照'
const AFTER_CARS = new RegExp(
  `^\\s*\\(?(?:级|类|型)?(?:及|或|含)?(?:以上)?\\)?(?:级别|类型|车型|类|级|的|型)*\\s*(?:机动车|汽车|小汽车|小车|轿车|商务车|面包车|大货车?|货车|客车|公交车?|牵引车?|卡车|挂车|半挂|大客车?)?(?:${LICENCE}|证|本|照|牌)`,
)
const BEFORE_CARS = new RegExp(`(?:驾驶证|驾照|驾驶执照|驾证|准驾车型|驾龄|驾驶|驾驶本)${CLAUSE}{0,8}$`)

/** Of alternatives only those count that no other is already more than: who may drive C1 may drive C2. */
export const weakest = (codes: readonly string[]): string[] => {
  const unique = [...new Set(codes)]
  return unique.filter((code) => !unique.some((other) => other !== code && covers(code, other)))
}

/** A2驾照, B2及以上, C1/C2, 驾照要求B1: classes of a list are alternatives. */
const findCarClasses = (text: string): Hit[] =>
  [...text.matchAll(CARS)].flatMap((match) => {
    const after = AFTER_CARS.exec(text.slice(match.index + match[0].length, match.index + match[0].length + 24))
    const before = BEFORE_CARS.exec(text.slice(Math.max(0, match.index - 20), match.index))
    if (!after && !before && text.trim() !== match[0]) return []
    const codes = (match[0].match(new RegExp(CAR, 'g')) ?? []).map((name) => `driving-${name}`)
    const start = match.index - (before?.[0].length ?? 0)
    return [{ codes: weakest(codes), start, end: match.index + match[0].length + (after?.[0].length ?? 0) }]
  })

const LETTER_CARS =
  /(?<![a-z0-9])([abc]{1,3})(?:类|级|牌|型)?(?:及|或)?(?:以上)?(?:的)?(?:驾照|驾驶证|驾驶执照|照(?![片明顾料])|本(?=$|[^\p{L}]|以上|及|或|优先|者|司机)|牌?司机)/gu

/** B照, C本: a letter alone stands for both of its car classes. */
const findCarLetters = (text: string): Hit[] =>
  [...text.matchAll(LETTER_CARS)].map((match) => ({
    codes: weakest([...(match[1] ?? '')].flatMap((letter) => [`driving-${letter}1`, `driving-${letter}2`])),
    start: match.index,
    end: match.index + match[0].length,
  }))

const SPECIAL: Record<string, string> = {
  n1: 'forklift-n1',
  n2: 'sightseeing-n2',
  q1: 'crane-q1',
  q2: 'crane-q2',
  g1: 'boiler-g1',
  g2: 'boiler-g2',
  g3: 'boiler-g3',
  r1: 'vessel-r1',
  r2: 'vessel-r2',
  r3: 'vessel-r3',
  s1: 'ropeway-s1',
  s2: 'ropeway-s2',
  y1: 'ride-y1',
  y2: 'ride-y2',
}
/** Q2 is one project with several kinds of crane; the words beside it name the kind. */
const CRANES: [RegExp, string][] = [
  [/桥式|桥吊|门式|龙门|行车|天车|桁车|航车/, 'crane-q2-bridge'],
  [/塔吊|塔式|塔机/, 'crane-q2-tower'],
  [/汽车吊|流动式|履带|吊车/, 'crane-q2-mobile'],
  [/门座|门机/, 'crane-q2-portal'],
  [/升降机/, 'crane-q2-lift'],
]
const kindOf = (code: string, around: string): string =>
  code === 'crane-q2' ? (CRANES.find(([words]) => words.test(around))?.[1] ?? code) : code

const SPECIAL_CODE = /(?<![a-z0-9])([nqgrsy][1-3])(?![a-z0-9])/g
const SPECIAL_WORLD = /叉车|特种设备|观光车|起重|行车|天车|司炉|锅炉|压力容器|充装|司索|游乐|索道/
const JAPANESE = /日语|日文|日本|jlpt/
const NAMES_CERTIFICATE =
  /^\s*(?:[/、,和及或]\s*[nqgrsy][1-3])*(?:类|级)?\)?(?:证|本|叉车|特种|观光|起重|司机|操作|桥|天车|行车|司炉|锅炉|及以上|以上)/
/** The words around a class that name the same certificate and must not name another (N2叉车证 is N2). */
const AROUND_BEFORE = /(?:叉车|特种设备|起重机?|行车|天车|锅炉|压力容器|观光车)[^,;。、]{0,8}$/
const AROUND_AFTER = /^[^,;。、]{0,12}?(?:证书?|本|司机|操作工|叉车)/

const findSpecialClasses = (text: string): Hit[] => {
  const isSpecial = SPECIAL_WORLD.test(text)
  if (!isSpecial && JAPANESE.test(text)) return []
  return [...text.matchAll(SPECIAL_CODE)].flatMap((match) => {
    const code = SPECIAL[match[1] ?? '']
    const rest = text.slice(match.index + 2, match.index + 20)
    const lead = text.slice(Math.max(0, match.index - 14), match.index)
    const before = AROUND_BEFORE.exec(lead)
    if (!code || (!NAMES_CERTIFICATE.test(rest) && !before)) return []
    const after = AROUND_AFTER.exec(rest)
    const end = match.index + 2 + (after?.[0].length ?? 0)
    const around = `${before?.[0] ?? ''} ${/^[^,;。]{0,14}/.exec(rest)?.[0] ?? ''}`
    return [{ codes: [kindOf(code, around)], start: match.index - (before?.[0].length ?? 0), end }]
  })
}

const GRADE: Record<string, string> = { 一: '1', 二: '2', 三: '3', 1: '1', 2: '2', 3: '3' }
const MANDARIN = [
  /普通话[^,;。]{0,12}?([一二三123])级?\s*([甲乙])等?/g,
  /([一二三123])级?([甲乙])等?(?:及?以上)?的?普通话/g,
  /普通话[^,;。、]{0,8}?([一二三123])级()(?![甲乙])/g,
]

/** 普通话二甲; a grade without 甲 or 乙 means its lower half. */
const findMandarin = (text: string): Hit[] =>
  MANDARIN.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      codes: [`mandarin-${GRADE[match[1] ?? ''] ?? ''}${match[2] === '甲' ? 'a' : 'b'}`],
      start: match.index,
      end: match.index + match[0].length,
    })),
  )

const JLPT = [
  /(?:日语|日本语|日文|jlpt|能力考)[^,;。]{0,10}?(?<![a-z])n([1-5])(?!\d)(?:\s*[/、或-]\s*n([1-5]))?/g,
  /(?<![a-z0-9])n([1-5])(?!\d)(?:\s*[/、或-]\s*n([1-5]))?[^,;。]{0,6}(?:日语|日文|日本语)/g,
]

const findJapanese = (text: string): Hit[] =>
  JLPT.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      codes: weakest([match[1], match[2]].flatMap((level) => (level ? [`jlpt-n${level}`] : []))),
      start: match.index,
      end: match.index + match[0].length,
    })),
  )

const STAGES: Record<string, string> = {
  幼儿园: 'kindergarten',
  小学: 'primary',
  初中: 'junior',
  初级中学: 'junior',
  高中: 'senior',
  高级中学: 'senior',
  中职: 'vocational',
}
const TEACHER =
  /(?<!中)(幼儿园|小学|初中|初级中学|高中|高级中学|中职)(?:及以上|或以上|以上)?(?:语文|数学|英语|物理|化学|生物|历史|地理|政治|音乐|体育|美术|科学|信息技术|心理健康|道德与法治)(?:学科)?(?:教师资格|教资|教师证)证?书?/g

/** 小学语文教师资格证: the subject stands between the stage and the word. */
const findTeachers = (text: string): Hit[] =>
  [...text.matchAll(TEACHER)].map((match) => ({
    codes: [`teacher-${STAGES[match[1] ?? ''] ?? ''}`],
    start: match.index,
    end: match.index + match[0].length,
  }))

const OFFICER = [
  /(?:安全员|安管人员|三类人员|建安|安全生产考核|安全生产|安全)\s*(?:证书?)?[\s(]*(([abc])(?:类|证|本|、|\/|或|和|及|,)*(?:([abc])(?:类|证|本)?)?)/g,
  /((?<![a-z0-9])([abc])(?:类|证|本)()(?:专职)?)安全员/g,
]

const findSafetyOfficers = (text: string): Hit[] =>
  OFFICER.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const end = match.index + match[0].length
      const isCertificate = /[类证本]/.test(match[1] ?? '') || /^\)?\s*[类证本]/.test(text.slice(end, end + 3))
      if (!isCertificate) return []
      return [match[2], match[3]].flatMap((letter) =>
        letter ? [{ codes: [`safety-${letter}`], start: match.index, end }] : [],
      )
    }),
  )

const CONSTRUCTOR =
  /([一二12])级(?:及?以上)?(?:注册)?建造师|(?<![统唯同])([一二])建(?=证|资格|优先|或|\/|、|及|以上|者|$|[^\p{L}])/gu

/** 市政二级建造师, 一建(机电): the speciality stands beside the grade. */
const findConstructors = (text: string): Hit[] =>
  [...text.matchAll(CONSTRUCTOR)].map((match) => {
    const grade = Number(GRADE[match[1] ?? match[2] ?? ''] ?? 2)
    const start = match.index
    const end = start + match[0].length
    const before = /[^,;。、/]{0,10}$/.exec(text.slice(0, start))?.[0] ?? ''
    const after = /^证?书?\s*[(:]?[^,;。]{0,10}/.exec(text.slice(end))?.[0] ?? ''
    const named = specialities.find(
      ({ words, grades }) =>
        grades.includes(grade) &&
        words.some((word) => before.includes(word) || after.replace('建筑工程师', '').includes(word)),
    )
    return { codes: [named ? `constructor-${grade}-${named.slug}` : `constructor-${grade}`], start, end }
  })

/** Every class system whose letters and figures no list of words can hold. */
export const findClasses = (text: string): Hit[] =>
  [
    findCarClasses,
    findCarLetters,
    findSpecialClasses,
    findJapanese,
    findMandarin,
    findTeachers,
    findSafetyOfficers,
    findConstructors,
  ].flatMap((find) => find(text))

/** Alternatives as one code, the covering ones left out. */
export const codeOf = (codes: readonly string[]): string => anyOf(weakest(codes))
