import type { Waiting } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../../app/city.ts'
import { instant } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { VERIFICATION_TONE } from '../../registry/tones.ts'
import { Due } from './due.tsx'

type Row = ReturnType<typeof Waiting.parse>

/** The columns of the inbox: what it is and when it is due, then the rest. */
export function useWaitingColumns(): Column<Row>[] {
  const { t } = useTranslation(['bureau', 'desk', 'registry'])
  const districtName = useDistrictName()
  const plainly = (key: string, title: string, plain: (row: Row) => string) =>
    ({ key, title, plain, cell: plain, short: true }) as const
  return [
    {
      key: 'name',
      title: t('registry:directory.name'),
      plain: ({ name }) => name,
      cell: ({ id, name }) => (
        <Link to="/bureau/verifications/$verificationId" params={{ verificationId: id }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'dueOn',
      short: true,
      title: t('inbox.dueOn'),
      definition: t('inbox.dueOnText'),
      plain: ({ dueOn }) => dueOn,
      cell: (row) => <Due {...row} />,
    },
    plainly('kind', t('registry:directory.kind'), ({ kind }) => t(`registry:kind.${kind}`)),
    plainly('district', t('registry:directory.district'), ({ district }) => districtName(district)),
    plainly('round', t('inbox.round'), ({ round }) => String(round)),
    plainly('submittedAt', t('desk:verification.submittedAt'), ({ submittedAt }) => instant(submittedAt)),
    {
      key: 'status',
      short: true,
      title: t('inbox.state'),
      cell: ({ status }) => (
        <Status tone={VERIFICATION_TONE[status]}>{t(`registry:verificationStatus.${status}`)}</Status>
      ),
    },
  ]
}
