import { useAuth, useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { idOf } from '../../access/relations.ts'
import type { Organization, User } from '../../payload-types.ts'
import { callApi } from '../callApi.ts'

type Named = Pick<Organization, 'id' | 'name'>

/** @returns the organs that the person may import for, by name; none while they are being read */
export function useOrganizations(): Named[] {
  const { api } = useConfig().config.routes
  const { user } = useAuth<User>()
  const [organizations, setOrganizations] = useState<Named[]>([])
  const isAdministrator = user?.roles.includes('administrator') ?? false
  const own = idOf(user?.organization)
  useEffect(() => {
    const query = new URLSearchParams({
      ...(isAdministrator ? {} : { 'where[id][equals]': own ?? '' }),
      'select[name]': 'true',
      sort: 'name',
      depth: '0',
      pagination: 'false',
    })
    callApi<{ docs: Named[] }>(`${api}/organizations?${query.toString()}`).then(
      ({ docs }) => setOrganizations(docs),
      () => setOrganizations([]),
    )
  }, [api, isAdministrator, own])
  return organizations
}
