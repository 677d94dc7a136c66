import type { CollectionConfig } from 'payload'
import { administrators } from '../access/administrators.ts'
import { people } from '../access/people.ts'
import { roles } from '../access/roles.ts'
import { firstUserAdministers } from '../hooks/firstUserAdministers.ts'
import { selfOrAdministrator } from '../access/selfOrAdministrator.ts'

export const Users: CollectionConfig = {
  slug: 'users',
  auth: { maxLoginAttempts: 8, lockTime: 10 * 60 * 1000, tokenExpiration: 8 * 60 * 60 },
  labels: {
    singular: { zh: '用户', en: 'User' },
    plural: { zh: '用户', en: 'Users' },
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'organization', 'roles'],
    group: { zh: '系统管理', en: 'Administration' },
    hidden: ({ user }) =>
      !(user as unknown as { roles?: string[] })?.roles?.includes('administrator'),
  },
  access: {
    admin: people,
    read: selfOrAdministrator,
    create: administrators,
    update: selfOrAdministrator,
    delete: administrators,
    unlock: administrators,
  },
  hooks: { beforeValidate: [firstUserAdministers] },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      label: { zh: '姓名', en: 'Name' },
      // The records say it, so nobody changes their own.
      access: { update: administrators },
    },
    {
      name: 'organization',
      type: 'relationship',
      relationTo: 'organizations',
      index: true,
      label: { zh: '所属机关', en: 'Organization' },
      access: { update: administrators },
      saveToJWT: true,
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: ['editor'],
      options: [...roles],
      label: { zh: '角色', en: 'Roles' },
      access: { update: administrators },
      saveToJWT: true,
    },
  ],
}
