import { type CvReading, Education, type Talent } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { NumberField } from '../../../ui/form/fields/number-field.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import type { FormState } from '../../../ui/form/use-form.ts'
import { WordsField } from '../../../ui/form/fields/words-field.tsx'
import { notify } from '../../../ui/notices.tsx'
import { CertificatesField } from './certificates-field.tsx'
import { CvText, CvUpload } from './cv.tsx'
import { CvReport } from './cv-report.tsx'
import { HistoryField } from './history-field.tsx'
import { RefusesField } from './refuses-field.tsx'
import { useProfileForm } from './use-profile-form.ts'

const FIELDS = [
  'education',
  'years',
  'born',
  'commuteKm',
  'availableFrom',
  'certificates',
  'skills',
  'summary',
  'history',
  'refuses',
  'cvFileId',
] as const

/** What was read goes into the fields for correction; a field about which the CV says nothing stays. */
function fill(form: FormState, { fileId, certificates, skills, history, ...read }: CvReading): void {
  form.set('cvFileId', fileId)
  for (const name of ['education', 'years', 'born'] as const) if (read[name] !== null) form.set(name, read[name])
  if (skills.length) form.set('skills', skills)
  if (history.length) form.set('history', history)
  if (!certificates.length) return
  form.set(
    'certificates',
    certificates.map(({ code, validUntil }) => ({ code, validUntil })),
  )
  form.set('certificateNames', Object.fromEntries(certificates.map(({ code, name }) => [code, name])))
}

/** Everything that makes the list better and may be left out; a CV fills it for correction. */
export function DetailsForm({ talent }: { talent: Talent }) {
  const { t } = useTranslation(['seeker', 'work', 'ui'])
  const [reading, setReading] = useState<CvReading | null>(null)
  const form = useProfileForm(talent, FIELDS, () => {
    setReading(null)
    notify(t('ui:form.saved'))
  })
  const take = (read: CvReading) => {
    setReading(read)
    fill(form, read)
  }
  return (
    <section className="stack">
      <CvUpload cv={talent.cv} onRead={take} />
      {reading && <CvReport talent={talent} reading={reading} />}
      <div className={reading?.text ? 'split' : undefined}>
        <Form form={form} action={t('ui:form.save')}>
          <ChoiceField
            name="education"
            label={t('profile.education')}
            choices={Education.options
              .filter((each) => each !== 'none')
              .map((value) => ({ value, label: t(`work:education.${value}`) }))}
          />
          <NumberField name="years" label={t('profile.years')} unit={t('profile.yearsUnit')} max={60} />
          <NumberField name="born" label={t('profile.born')} hint={t('profile.bornHint')} min={1930} max={2015} />
          <NumberField
            name="commuteKm"
            label={t('profile.commuteKm')}
            unit={t('profile.km')}
            hint={t('profile.commuteHint')}
            min={1}
            max={200}
          />
          <TextField name="availableFrom" label={t('profile.availableFrom')} type="date" />
          <CertificatesField />
          <WordsField name="skills" label={t('profile.skills')} hint={t('profile.skillsHint')} />
          <LongTextField name="summary" label={t('profile.summary')} />
          <HistoryField />
          <RefusesField key={talent.version} />
        </Form>
        {reading?.text && <CvText text={reading.text} />}
      </div>
    </section>
  )
}
