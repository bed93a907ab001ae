import type { ProfileBody } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { ChoiceFilter, DayFilter } from '../../../ui/filter/filter.tsx'
import { useFormState } from '../../../ui/form/form.tsx'

type Held = ProfileBody['certificates'][number]
/** The certificates that postings of cities ask for most; a CV that is read brings any other. */
const COMMON = [
  'forklift-n1',
  'driving-c1',
  'driving-b2',
  'driving-a2',
  'driving-a1',
  'electric-low',
  'electric-high',
  'welding-fusion',
  'crane-q2',
  'boiler-g1',
  'elevator-t',
  'health',
  'nurse',
  'safety-c',
  'skill-nursery',
  'skill-fire',
] as const

/** Certificates one holds, each with its last day. */
export function CertificatesField() {
  const { t } = useTranslation(['seeker', 'ui'])
  const { values, set, problems } = useFormState()
  const held = (values['certificates'] ?? []) as Held[]
  const names = (values['certificateNames'] ?? {}) as Record<string, string>
  const nameOf = (code: string) => {
    const common = COMMON.find((each) => each === code)
    return names[code] ?? (common ? t(`certificate.${common}`) : code)
  }
  const change = (code: string, validUntil: string | null) =>
    set(
      'certificates',
      held.map((each) => (each.code === code ? { code, validUntil } : each)),
    )
  return (
    <fieldset className="stack">
      <legend>{t('profile.certificates')}</legend>
      {held.map((each) => (
        <HeldCertificate
          key={each.code}
          name={nameOf(each.code)}
          validUntil={each.validUntil}
          onChange={(day) => change(each.code, day)}
          onRemove={() =>
            set(
              'certificates',
              held.filter(({ code }) => code !== each.code),
            )
          }
        />
      ))}
      <ChoiceFilter
        label={t('profile.addCertificate')}
        value=""
        onChange={(code) => code && set('certificates', [...held, { code, validUntil: null }])}
        choices={COMMON.filter((code) => !held.some((each) => each.code === code)).map((code) => ({
          value: code,
          label: t(`certificate.${code}`),
        }))}
        all={t('ui:form.choose')}
      />
      {problems['certificates'] && <div className="problem">{problems['certificates']}</div>}
    </fieldset>
  )
}

interface HeldCertificateProps {
  name: string
  validUntil: string | null
  onChange: (day: string | null) => void
  onRemove: () => void
}

function HeldCertificate({ name, validUntil, onChange, onRemove }: HeldCertificateProps) {
  const { t } = useTranslation(['seeker', 'ui'])
  return (
    <div className="row">
      <strong>{name}</strong>
      <DayFilter
        label={t('profile.validUntil', { name })}
        value={validUntil ?? ''}
        onChange={(day) => onChange(day || null)}
      />
      <Button kind="bare" onClick={onRemove}>
        {t('ui:form.remove')}
      </Button>
    </div>
  )
}
