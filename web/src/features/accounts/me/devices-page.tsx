import type { Device } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { Answer } from '../../../ui/state/answer.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { programOf } from './program-of.ts'
import { useDevices, useMeChanged } from './queries.ts'

type OneDevice = ReturnType<typeof Device.parse>

export function DevicesPage() {
  const { t } = useTranslation(['me', 'ui'])
  const changed = useMeChanged()
  const end = (sessionId: string) => accounts.endDevice({ params: { sessionId } }).then(changed)
  const columns: Column<OneDevice>[] = [
    {
      key: 'device',
      title: t('devices.device'),
      cell: ({ userAgent, current }) => (
        <>
          {programOf(userAgent) || t('devices.unknown')}{' '}
          {current && <Status tone="good">{t('devices.current')}</Status>}
        </>
      ),
    },
    { key: 'seenAt', short: true, title: t('devices.seenAt'), cell: ({ seenAt }) => instant(seenAt) },
    { key: 'createdAt', short: true, title: t('devices.createdAt'), cell: ({ createdAt }) => instant(createdAt) },
    { key: 'expiresAt', short: true, title: t('devices.expiresAt'), cell: ({ expiresAt }) => instant(expiresAt) },
    {
      key: 'end',
      title: t('ui:table.actions'),
      cell: ({ id, current }) =>
        current ? null : (
          <Confirm action={t('devices.end')} onConfirm={() => end(id)}>
            {t('devices.endText')}
          </Confirm>
        ),
    },
  ]
  return (
    <Page
      title={t('rooms.devices')}
      lead={t('devices.lead')}
      actions={
        <Confirm action={t('devices.endOthers')} onConfirm={() => accounts.endOtherDevices().then(changed)}>
          {t('devices.endOthersText')}
        </Confirm>
      }
    >
      <Answer of={useDevices()}>
        {({ items }) => (
          <DataTable caption={t('rooms.devices')} columns={columns} rows={items} rowKey={({ id }) => id} />
        )}
      </Answer>
    </Page>
  )
}
