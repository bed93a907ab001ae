import type { Ending } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../ui/button.tsx'
import { day } from '../../ui/format.ts'
import { useOrganisationId } from './queries.ts'

/** A warning for each licence or filing that ends soon. */
export function EndingNotes({ of: ending }: { of: readonly Ending[] }) {
  const { t } = useTranslation(['desk', 'registry'])
  const params = { organisationId: useOrganisationId() }
  return ending.map(({ id, kind, number, validUntil, daysLeft }) => (
    <div key={id} className="note warn row">
      <span>
        {daysLeft === 0
          ? t('home.endsToday', { paper: t(`registry:licenceKind.${kind}`), number })
          : t('home.ending', {
              paper: t(`registry:licenceKind.${kind}`),
              number,
              day: day(validUntil),
              left: daysLeft,
            })}
      </span>
      <ButtonLink kind="plain" to="/desk/$organisationId/licences" params={params}>
        {t('home.renew')}
      </ButtonLink>
    </div>
  ))
}
