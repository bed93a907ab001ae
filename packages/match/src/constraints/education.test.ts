import type { EducationLevel } from '@renshu/codes'
import { testRules } from '../testing/rules.ts'
import { education } from './education.ts'

const asked = (level: EducationLevel) => ({ education: level })
const held = asked

testRules('education', education, [
  ['the level itself is enough', asked('college'), held('college'), 'kept', 'education.met'],
  ['a higher one too', asked('college'), held('master'), 'kept', 'education.met'],
  ['one level below is near', asked('bachelor'), held('college'), 'near 1 levels', 'education.below'],
  ['two below are not', asked('bachelor'), held('senior'), 'broken 2 levels', 'education.below'],
  ['中专 is what 高中 is', asked('vocational'), held('senior'), 'kept', 'education.met'],
  ['and 高中 what 中专 is', asked('senior'), held('vocational'), 'kept', 'education.met'],
  ['不限 asks for nothing', asked('none'), held('primary'), 'kept', 'education.notAsked'],
  ['nothing asked', {}, held('primary'), 'kept', 'education.notAsked'],
  ['nothing stated', asked('doctor'), {}, 'kept', 'education.talentUnknown'],
  ['不限 is no level that anybody holds', asked('college'), held('none'), 'kept', 'education.talentUnknown'],
])
