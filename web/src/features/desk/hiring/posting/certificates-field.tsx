import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'
import { useFormState } from '../../../../ui/form/form.tsx'
import { CertificateBox } from '../../../work/certificate-box.tsx'
import type { Named, PostingValues } from './posting-values.ts'

const MOST = 20

/** Certificates that were read in the text or added: needed, an advantage, or taken out. */
export function CertificatesField() {
  const { t } = useTranslation('hiring')
  const { values, set } = useFormState()
  const certificates = (values['certificates'] ?? []) as PostingValues['certificates']
  const names = (values['certificateNames'] ?? []) as Named[]
  const keep = (next: PostingValues['certificates']) => set('certificates', next)
  return (
    <fieldset className="stack">
      <legend>{t('posting.certificates')}</legend>
      {certificates.length > 0 && (
        <>
          <ul className="plain">
            {certificates.map(({ code, required }) => (
              <Wanted
                key={code}
                name={names.find((each) => each.code === code)?.name ?? code}
                required={required}
                onToggle={() =>
                  keep(certificates.map((each) => (each.code === code ? { code, required: !required } : each)))
                }
                onRemove={() => keep(certificates.filter((each) => each.code !== code))}
              />
            ))}
          </ul>
          <p className="small quiet">{t('posting.certificatesHint')}</p>
        </>
      )}
      {certificates.length < MOST && (
        <CertificateBox
          label={t('posting.addCertificate')}
          chosen={certificates.map(({ code }) => code)}
          onPick={(picked) => {
            set('certificateNames', [...names.filter(({ code }) => code !== picked.code), picked])
            keep([...certificates, { code: picked.code, required: true }])
          }}
        />
      )}
    </fieldset>
  )
}

interface WantedProps {
  name: string
  required: boolean
  onToggle: () => void
  onRemove: () => void
}

function Wanted({ name, required, onToggle, onRemove }: WantedProps) {
  const { t } = useTranslation(['hiring', 'ui'])
  return (
    <li className="row">
      <label className="check">
        <input type="checkbox" checked={required} onChange={onToggle} />
        {t('posting.certificateRequired', { name })}
      </label>
      <Button kind="bare" onClick={onRemove}>
        {t('ui:form.remove')}
      </Button>
    </li>
  )
}
