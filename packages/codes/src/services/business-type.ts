/**
 * The ten business types (业态) of human-resources services. The services are those of 人力资源市场暂行条例 (2018) art. 18
 * (职业中介; information, guidance, consulting, assessment, training, outsourcing), 劳动合同法 art. 57 (dispatch) and
 * 人社部发〔2014〕104号 (executive search, agency). The grouping into ten follows the practice of the bureaus; a city whose
 * forms group otherwise maps its own names onto these.
 */
const NAMES = {
  recruiting: '人力资源招聘',
  guidance: '职业指导和创业指导',
  agency: '人力资源和社会保障事务代理',
  training: '人力资源培训',
  assessment: '人才测评',
  dispatch: '劳务派遣',
  outsourcing: '人力资源服务外包',
  executiveSearch: '高级人才寻访',
  consulting: '人力资源管理咨询',
  information: '人力资源信息软件服务',
} as const

export type BusinessType = keyof typeof NAMES

export const BUSINESS_TYPES = Object.keys(NAMES) as readonly BusinessType[]

/** The official name. @example businessTypeName('executiveSearch') // 高级人才寻访 */
export const businessTypeName = (type: BusinessType): string => NAMES[type]

/** What the types are called every day, the newer forms under the type they belong to. */
const WORDS: [RegExp, BusinessType][] = [
  [/招聘(?!流程)|职业介绍|职业中介|人才引进|直播带岗|招聘会/, 'recruiting'],
  [/职业指导|就业指导|创业指导|职业规划/, 'guidance'],
  [/(?:人事|社保|社会保障|事务|档案)\S{0,4}代理|代缴/, 'agency'],
  [/培训/, 'training'],
  [/测评/, 'assessment'],
  [/派遣/, 'dispatch'],
  [/外包|RPO|BPO/i, 'outsourcing'],
  [/猎头|高级人才寻访|猎聘/, 'executiveSearch'],
  [/咨询/, 'consulting'],
  [/软件|系统|SaaS|信息(?:网络|软件)?服务|人力资源信息/i, 'information'],
]

/**
 * The business types a text names, in the order of the official list; [] where it names none.
 * @example readBusinessTypes('猎头、劳务派遣、离岸外包') // ['dispatch', 'outsourcing', 'executiveSearch']
 */
export const readBusinessTypes = (text: string): BusinessType[] =>
  WORDS.flatMap(([words, type]) => (words.test(text) ? [type] : []))
