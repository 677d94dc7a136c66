import { createLocalReq, type ServerProps } from 'payload'
import { idOf } from '../../access/relations.ts'
import { hasRole, personOf } from '../../access/roles.ts'
import { subtreeOf } from '../../access/subtree.ts'
import { dueYear } from '../../desk/deadlines.ts'
import { OwnReports } from './OwnReports.tsx'
import { Published } from './Published.tsx'
import { Season } from './Season.tsx'
import { Totals } from './Totals.tsx'
import { Waiting } from './Waiting.tsx'
import './dashboard.css'

/** Over the list of collections: what a person has to do, by their roles. */
export async function Dashboard({ payload, user }: ServerProps) {
  const req = await createLocalReq({ user: user ?? undefined }, payload)
  const { admin } = payload.config.routes
  const organ = idOf(personOf(req)?.organization)
  const year = dueYear()
  const isAdministrator = hasRole(req, 'administrator')
  const oversees = isAdministrator || (organ && hasRole(req, 'supervisor'))
  return (
    <div className="gongkai-dashboard">
      {organ && hasRole(req, 'editor', 'reviewer') && (
        <OwnReports req={req} admin={admin} organ={organ} year={year} />
      )}
      {hasRole(req, 'reviewer') && <Waiting req={req} admin={admin} />}
      {oversees && (
        <Season
          req={req}
          admin={admin}
          year={year}
          organs={isAdministrator || !organ ? undefined : await subtreeOf(req, organ)}
        />
      )}
      {isAdministrator && <Totals req={req} />}
      {organ && hasRole(req, 'wechat') && <Published req={req} admin={admin} />}
    </div>
  )
}
