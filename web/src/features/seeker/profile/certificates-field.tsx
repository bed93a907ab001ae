import type { ProfileBody } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { DayFilter } from '../../../ui/filter/filter.tsx'
import { useFormState } from '../../../ui/form/form.tsx'
import { Problem } from '../../../ui/form/problem.tsx'
import { CertificateBox } from '../../work/certificate-box.tsx'

type Held = ProfileBody['certificates'][number]
/** The certificates that postings of cities ask for most; any other is found by typing. */
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
    return common ? t(`certificate.${common}`) : (names[code] ?? code)
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
      <CertificateBox
        label={t('profile.addCertificate')}
        chosen={held.map(({ code }) => code)}
        common={COMMON.map((code) => ({ code, name: t(`certificate.${code}`) }))}
        onPick={({ code, name }) => {
          set('certificateNames', { ...names, [code]: name })
          set('certificates', [...held, { code, validUntil: null }])
        }}
      />
      <Problem of={problems['certificates']} />
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
    <div className="row align-end">
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
