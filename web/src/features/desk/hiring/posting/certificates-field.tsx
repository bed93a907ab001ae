import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'
import { useFormState } from '../../../../ui/form/form.tsx'
import type { Named, PostingValues } from './posting-values.ts'

/** Certificates that were read in the text: needed, an advantage, or taken out. */
export function CertificatesField() {
  const { t } = useTranslation(['hiring', 'ui'])
  const { values, set } = useFormState()
  const certificates = (values['certificates'] ?? []) as PostingValues['certificates']
  const names = (values['certificateNames'] ?? []) as Named[]
  if (!certificates.length) return null
  return (
    <fieldset>
      <legend>{t('posting.certificates')}</legend>
      <ul className="plain">
        {certificates.map(({ code, required }) => (
          <li key={code} className="row">
            <label className="check">
              <input
                type="checkbox"
                checked={required}
                onChange={() =>
                  set(
                    'certificates',
                    certificates.map((each) => (each.code === code ? { code, required: !required } : each)),
                  )
                }
              />
              {t('posting.certificateRequired', { name: names.find((each) => each.code === code)?.name ?? code })}
            </label>
            <Button
              kind="bare"
              onClick={() =>
                set(
                  'certificates',
                  certificates.filter((each) => each.code !== code),
                )
              }
            >
              {t('ui:form.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="small quiet">{t('posting.certificatesHint')}</p>
    </fieldset>
  )
}
