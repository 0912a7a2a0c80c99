import type { Session } from '@gatehouse/contract'
import { cn } from '../ui/cn.ts'

interface DemoAccountsProps {
  accounts: NonNullable<Session['demoAccounts']>
  chosen: string
  onChoose: (name: string) => void
}

/** The accounts of the sandbox. A click fills in the name. */
export const DemoAccounts = ({ accounts, chosen, onChoose }: DemoAccountsProps) => (
  <section aria-label="Demo accounts" className="w-full max-w-96 space-y-3">
    <p className="text-text-soft">
      <strong className="font-semibold text-text">Demo accounts.</strong> The password is printed in the terminal where
      Gatehouse was started.
    </p>
    <ul className="grid gap-2 sm:grid-cols-2">
      {accounts.map(({ name, description }) => (
        <li key={name} className="flex">
          <button
            type="button"
            aria-pressed={chosen === name}
            onClick={() => onChoose(name)}
            className={cn(
              'panel flex w-full flex-col px-3 py-2 text-start transition-colors hover:border-control-line hover:bg-hover',
              chosen === name && 'border-accent! bg-accent-soft',
            )}
          >
            <span className="block font-medium">{name}</span>
            <span className="block text-sm text-text-soft">{description}</span>
          </button>
        </li>
      ))}
    </ul>
  </section>
)
