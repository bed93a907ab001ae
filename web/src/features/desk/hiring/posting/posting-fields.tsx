import { Education, Employment, JobScope, ShiftKind } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Fold } from '../../../../ui/fold.tsx'
import { CheckField } from '../../../../ui/form/fields/check-field.tsx'
import { ChecksField } from '../../../../ui/form/fields/checks-field.tsx'
import { ChoiceField } from '../../../../ui/form/fields/choice-field.tsx'
import { useFormState } from '../../../../ui/form/form.tsx'
import { LongTextField } from '../../../../ui/form/fields/long-text-field.tsx'
import { NumberField } from '../../../../ui/form/fields/number-field.tsx'
import { PayField } from '../../../../ui/form/fields/pay-field.tsx'
import { TextField } from '../../../../ui/form/fields/text-field.tsx'
import { WordsField } from '../../../../ui/form/fields/words-field.tsx'
import { CertificatesField } from './certificates-field.tsx'
import { MarketBand } from './market-band.tsx'
import { OccupationField } from './occupation-field.tsx'
import { PlacesField } from './places-field.tsx'
import type { PostingValues } from './posting-values.ts'
import { WelfareField } from './welfare-field.tsx'

interface PostingFieldsProps {
  /** Pay of like postings, where it was asked for. */
  market: Parameters<typeof MarketBand>[0]['market']
}

/** Everything a posting says, the most asked first; what is rarely said is folded. */
export function PostingFields({ market }: PostingFieldsProps) {
  const { t } = useTranslation(['hiring', 'work'])
  const { values } = useFormState()
  return (
    <>
      <TextField name="title" label={t('posting.title')} maxLength={60} />
      <OccupationField />
      <PlacesField />
      <PayField name="salary" label={t('posting.pay.label')} hint={t('posting.pay.hint')} />
      <MarketBand market={market} pay={values['salary'] as PostingValues['salary']} />
      <LongTextField
        name="description"
        label={t('posting.description')}
        hint={t('posting.descriptionHint')}
        rows={10}
      />
      <WelfareField />
      <Conditions />
      <TextField name="validUntil" label={t('posting.validUntil')} type="date" hint={t('posting.validUntilHint')} />
      <Fold title={t('posting.more')}>
        <div className="form">
          <WordsField name="skills" label={t('posting.skills')} hint={t('posting.skillsHint')} />
          <TextField name="startBy" label={t('posting.startBy')} type="date" />
          <ChoiceField
            name="scope"
            label={t('posting.scope')}
            hint={t('posting.scopeHint')}
            choices={JobScope.options.map((value) => ({ value, label: t(`work:scope.${value}`) }))}
          />
          <CheckField name="remote" label={t('work:remote')} />
        </div>
      </Fold>
    </>
  )
}

function Conditions() {
  const { t } = useTranslation(['hiring', 'work'])
  return (
    <>
      <ChoiceField
        name="education"
        label={t('posting.education')}
        none={t('posting.unsaid')}
        choices={Education.options.map((value) => ({ value, label: t(`work:education.${value}`) }))}
      />
      <NumberField name="years" label={t('posting.years')} unit={t('posting.yearsUnit')} max={50} />
      <ChecksField
        name="employment"
        label={t('posting.employment')}
        choices={Employment.options.map((value) => ({ value, label: t(`work:employment.${value}`) }))}
      />
      <ChecksField
        name="shifts"
        label={t('posting.shifts')}
        choices={ShiftKind.options.map((value) => ({ value, label: t(`work:shift.${value}`) }))}
      />
      <CertificatesField />
    </>
  )
}
