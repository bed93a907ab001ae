import { accountsRoutes, casesRoutes, type Duty, DutyRole } from '@renshu/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useDistrictChoices } from '../../../app/city.ts'
import { signedInClient } from '../../../app/client.ts'
import { useMe } from '../../../app/session.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { office, officeDesk } from '../office/queries.ts'

const KEY = [...officeDesk.key, 'duties']
const officers = signedInClient({ officers: accountsRoutes.listOfficers })

/** Who may do what, where: given by an administrator, never to himself. */
export function DutiesPage() {
  const { t } = useTranslation('office')
  const { data: me } = useMe()
  const list = usePages(KEY, (cursor) => office.duties({ query: { cursor } }))
  const isAdministrator = me?.officer?.administrator === true
  const columns = useColumns(isAdministrator)
  return (
    <Page
      title={t('duties.title')}
      lead={t('duties.lead')}
      actions={
        isAdministrator && (
          <DialogButton action={t('duties.give')} kind="primary">
            {(close) => <Giving onDone={close} />}
          </DialogButton>
        )
      }
    >
      <Answer of={list}>
        {({ rows, total }) =>
          rows.length ? (
            <>
              <DataTable caption={t('duties.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
              <PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />
            </>
          ) : (
            <Empty title={t('duties.none')}>
              <p>{t('duties.noneText')}</p>
            </Empty>
          )
        }
      </Answer>
    </Page>
  )
}

function useColumns(isAdministrator: boolean): Column<Duty>[] {
  const { t } = useTranslation('office')
  return [
    { key: 'person', title: t('duties.person'), cell: ({ person }) => person.name },
    { key: 'role', title: t('duties.role'), short: true, cell: ({ roleName }) => nameIn(roleName) },
    {
      key: 'district',
      title: t('duties.district'),
      short: true,
      cell: ({ district }) => (district ? nameIn(district.name) : t('duties.city')),
    },
    { key: 'since', title: t('duties.since'), short: true, cell: ({ since }) => day(since) },
    { key: 'open', title: t('duties.open'), align: 'end', definition: t('duties.openText'), cell: ({ open }) => open },
    ...(isAdministrator ? [{ key: 'end', title: t('duties.end'), cell: (duty: Duty) => <Ending of={duty} /> }] : []),
  ]
}

function Ending({ of: { id, open } }: { of: Duty }) {
  const { t } = useTranslation('office')
  const client = useQueryClient()
  const end = async () => {
    await office.endDuty({ params: { dutyId: id } })
    await client.invalidateQueries({ queryKey: officeDesk.key })
  }
  return (
    <Confirm action={t('duties.end')} danger onConfirm={end}>
      {t('duties.endText', { count: open })}
    </Confirm>
  )
}

function Giving({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['office', 'services'])
  const client = useQueryClient()
  const districts = useDistrictChoices()
  const { data: me } = useMe()
  const { data } = useQuery({ queryKey: ['officers'], queryFn: () => officers.officers() })
  const form = useForm({
    route: casesRoutes.giveDuty,
    initial: { personId: '', role: '', district: '' },
    send: async (body) => {
      await office.giveDuty({ body })
      await client.invalidateQueries({ queryKey: officeDesk.key })
      notify(t('duties.given'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t('duties.give')}>
      <ChoiceField
        name="personId"
        label={t('duties.person')}
        choices={(data?.items ?? [])
          .filter(({ personId }) => personId !== me?.id)
          .map(({ personId, name }) => ({ value: personId, label: name }))}
      />
      <ChoiceField
        name="role"
        label={t('duties.role')}
        choices={DutyRole.options.map((value) => ({ value, label: t(`services:role.${value}`) }))}
      />
      <ChoiceField name="district" label={t('duties.district')} choices={districts} none={t('duties.city')} />
    </Form>
  )
}
