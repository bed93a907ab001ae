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
import {
  type Sentences,
  type Values,
  itemNames,
  list,
  listed,
  payRange,
  period,
  placeName,
  yuanText,
} from './values.ts'

const items = (values: Values, name: string) =>
  listed(itemNames(list(values, name), 'en'), ', ', (count) => ` and ${count} more`)
const pay = (values: Values, name: string) =>
  payRange(values, name, { between: '{} yuan/month', above: '{} yuan/month or more', below: 'up to {} yuan/month' })
const by = (values: Values) => `${yuanText(Number(values['by']))} yuan/month`
const start = (values: Values) => `${yuanText(Number(values['wishMin']))} yuan/month`
const place = (values: Values, name: string) => placeName(String(values[name]))
const alike = (v: Values) => `titles “${v['job']}” and “${v['wish']}” are ${v['similarity']}% alike`
const level = (values: Values, name: string) => educationName(values[name] as EducationLevel, 'en')
const years = (values: Values, name: string) => period(Number(values[name]), { years: '{} years', months: '{} months' })
const types = (values: Values, name: string) =>
  list(values, name)
    .map((type) => employmentTypeName(type as EmploymentType, 'en'))
    .join(', ')

export const en: Sentences = {
  'occupation.equal': (v) => `title equals the wished “${v['wish']}”`,
  'occupation.level4': (v) => `same occupation “${v['name']}”; ${alike(v)}`,
  'occupation.level3': (v) => `same minor group “${v['name']}”; ${alike(v)}`,
  'occupation.level2': (v) => `same sub-major group “${v['name']}”; ${alike(v)}`,
  'occupation.level1': (v) => `only the same major group “${v['name']}”; ${alike(v)}`,
  'occupation.title': alike,
  'occupation.foreign': (v) => `not the kind of work wished for (“${v['wish']}”)`,
  'occupation.unknown': () => 'no wished occupation stated',
  'skills.all': (v) => `has every skill asked for: ${items(v, 'shared')}`,
  'skills.some': (v) => `has ${items(v, 'shared')}; lacks ${items(v, 'missing')}`,
  'skills.none': (v) => `names none of the skills asked for: ${items(v, 'missing')}`,
  'skills.jobUnknown': () => 'the job names no skills',
  'skills.talentUnknown': (v) => `the talent names no skills; the job would like ${items(v, 'missing')}`,
  'text.shared': (v) => `experience mentions ${list(v, 'words').join(', ')}`,
  'text.none': () => 'no words in common',
  'text.unknown': () => 'one side has no description',
  'salary.met': (v) => `offers ${pay(v, 'offer')}, wish ${pay(v, 'wish')} is met`,
  'salary.within': (v) => `the wish begins at ${start(v)}, within the offered ${pay(v, 'offer')}`,
  'salary.tolerated': (v) =>
    `the wish begins at ${start(v)}, ${by(v)} above the offered ${pay(v, 'offer')}: negotiable`,
  'salary.openTop': (v) => `offers ${pay(v, 'offer')}, begins ${by(v)} below the wished ${start(v)}, open above`,
  'salary.below': (v) => `offers ${pay(v, 'offer')}, wish ${pay(v, 'wish')}: ${by(v)} short`,
  'salary.jobUnknown': () => 'pay negotiable or not stated',
  'salary.talentUnknown': () => 'no least pay stated',
  'place.remote': () => 'remote work, any place',
  'place.onSite': () => 'looks for remote work only; the job is on site',
  'place.inside': (v) => `${place(v, 'site')} lies in the wished ${place(v, 'wish')}`,
  'place.insideNear': (v) =>
    `${place(v, 'site')} lies in the wished ${place(v, 'wish')}, about ${v['km']} km from home`,
  'place.insideHome': (v) => `${place(v, 'site')} is wished for and where the home is`,
  'place.home': (v) => `${place(v, 'site')} is where the home is`,
  'place.coarse': (v) => `the job only says ${place(v, 'site')}; wished ${place(v, 'wish')}`,
  'place.outside': (v) => `${place(v, 'site')} is outside the wished ${place(v, 'wish')}, about ${v['km']} km away`,
  'place.elsewhere': (v) => `${place(v, 'site')} is outside the wished ${place(v, 'wish')}`,
  'place.commute': (v) => `${place(v, 'site')} is about ${v['km']} km from home, within ${v['limit']} km`,
  'place.tooFar': (v) => `${place(v, 'site')} is about ${v['km']} km from home, ${v['by']} km too far`,
  'place.coarseHome': (v) => `${place(v, 'site')} and home ${place(v, 'home')} are too coarse for a distance`,
  'place.jobUnknown': () => 'no place of work stated',
  'place.talentUnknown': () => 'neither wished place nor home stated',
  'experience.met': (v) => `${years(v, 'years')} of experience, ${years(v, 'asked')} asked for`,
  'experience.below': (v) =>
    `${years(v, 'years')} of experience, ${years(v, 'asked')} asked for: ${years(v, 'by')} short`,
  'experience.notNeeded': () => 'no experience needed',
  'experience.jobUnknown': () => 'no experience requirement stated',
  'experience.talentUnknown': (v) => `${years(v, 'asked')} of experience asked for, none stated`,
  'recency.known': (v) =>
    [v['posted'] && `posted ${v['posted']}`, v['renewed'] && `profile of ${v['renewed']}`].filter(Boolean).join(', '),
  'recency.unknown': () => 'no dates stated',
  'education.met': (v) => `${level(v, 'held')}, ${level(v, 'asked')} asked for`,
  'education.below': (v) => `${level(v, 'held')}, below the ${level(v, 'asked')} asked for`,
  'education.notAsked': () => 'any education',
  'education.talentUnknown': (v) => `${level(v, 'asked')} asked for, none stated`,
  'certificates.met': (v) => `holds the required ${items(v, 'required')}`,
  'certificates.missing': (v) => `lacks the required ${items(v, 'missing')}`,
  'certificates.notAsked': () => 'no certificate required',
  'employment.met': (v) => `${types(v, 'shared')} is accepted`,
  'employment.other': (v) => `offers ${types(v, 'offered')}, only ${types(v, 'accepted')} accepted`,
  'employment.unknown': () => 'one side states no type of employment',
  'availability.met': (v) => `available from ${v['availableFrom']}, needed by ${v['startBy']}`,
  'availability.late': (v) => `available from ${v['availableFrom']}, needed by ${v['startBy']}: ${v['by']} days late`,
  'availability.unknown': () => 'one side states no starting day',
  'refusals.none': () => 'nothing the talent refuses',
  'refusals.employer': (v) => `the talent refuses ${v['employer']}`,
  'refusals.industry': (v) => `the talent refuses ${industry(String(v['industry']))?.name ?? v['industry']}`,
  'refusals.shifts': (v) =>
    `the talent refuses ${list(v, 'shifts')
      .map((shift) => shiftName(shift as Shift, 'en'))
      .join(', ')}`,
  'refusals.occupation': (v) => `the talent refuses ${occupation(String(v['occupation']))?.name ?? v['occupation']}`,
  'age.met': () => 'age within the law',
  'age.unsure': (v) => `only the year of birth is known: check that the age of ${v['min']} is reached`,
  'age.below': (v) => `under ${v['min']}: not allowed by law`,
  'age.above': (v) => `over the legal limit of ${v['max']}`,
  'age.unknown': () => 'no year of birth stated',
}
