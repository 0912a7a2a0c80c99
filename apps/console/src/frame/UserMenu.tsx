import { LogOut } from 'lucide-react'
import { useUser } from '../api/session.ts'
import { inWords } from '../ui/in-words.ts'
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu.tsx'
import { shortenOcid } from '../ui/shorten-ocid.ts'
import { useSignOut } from './use-sign-out.ts'
import { usePlaces } from './use-places.ts'

/** At the foot of the navigation: the user, the signing keys, and sign out. */
export function UserMenu() {
  const { name, role } = useUser()
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          className="flex h-11 w-full items-center gap-2.5 rounded-control px-1.5 text-start hover:bg-hover lg:px-2"
        >
          <span
            aria-hidden
            className="flex size-7 shrink-0 items-center justify-center rounded-full bg-plain-soft text-sm font-semibold text-plain"
          >
            {name.charAt(0).toUpperCase()}
          </span>
          <span className="min-w-0 max-lg:sr-only">
            <span className="block truncate leading-tight font-medium">{name}</span>
            <span className="block truncate text-xs text-text-soft">{inWords(role.toUpperCase())}</span>
            <span className="sr-only">, account</span>
          </span>
        </button>
      }
    >
      <AccountItems />
    </Menu>
  )
}

/** The items of the account menu. */
export function AccountItems() {
  const { name, role, signers } = useUser()
  const { connectionName } = usePlaces()
  const signOut = useSignOut()
  return (
    <>
      <div className="max-w-72 space-y-2 px-2 py-1.5">
        <p>
          <span className="block font-semibold">{name}</span>
          <span className="text-sm text-text-soft">{inWords(role.toUpperCase())}</span>
        </p>
        <dl className="space-y-1 text-sm">
          {signers.map(({ connectionId, ociUserId, own }) => (
            <div key={connectionId}>
              <dt className="text-text-soft">
                {connectionName(connectionId)}: {own ? 'signs with own key' : 'signs with shared key'}
              </dt>
              <dd className="truncate font-mono" data-tip={ociUserId ?? undefined}>
                {ociUserId ? shortenOcid(ociUserId) : 'not an OCI user'}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={signOut}>
        Sign out
      </MenuItem>
    </>
  )
}
