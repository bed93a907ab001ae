import { testRules } from '../testing/rules.ts'
import { availability } from './availability.ts'

const by = (startBy: string) => ({ startBy })
const from = (availableFrom: string) => ({ availableFrom })

testRules('availability', availability, [
  ['the day before', by('2026-12-01'), from('2026-11-30'), 'kept', 'availability.met'],
  ['the very day', by('2026-12-01'), from('2026-12-01'), 'kept', 'availability.met'],
  ['a day late is near', by('2026-12-01'), from('2026-12-02'), 'near 1 days', 'availability.late'],
  ['60 days late still are', by('2026-12-01'), from('2027-01-30'), 'near 60 days', 'availability.late'],
  ['61 days are not', by('2026-12-01'), from('2027-01-31'), 'broken 61 days', 'availability.late'],
  ['尽快 is no date', by('尽快'), from('2027-01-31'), 'kept', 'availability.unknown'],
  ['随时 is none', by('2026-12-01'), from('随时'), 'kept', 'availability.unknown'],
  ['a thirteenth month is none', by('2026-12-01'), from('2027-13-01'), 'kept', 'availability.unknown'],
  ['a date with a time is none', by('2026-12-01T08:00'), from('2027-01-31'), 'kept', 'availability.unknown'],
  ['not stated by the talent', by('2026-12-01'), {}, 'kept', 'availability.unknown'],
  ['not stated by the job', {}, from('2027-01-31'), 'kept', 'availability.unknown'],
])
