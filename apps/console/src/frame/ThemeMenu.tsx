import { Check, Moon, Sun, SunMoon } from 'lucide-react'
import { IconButton } from '../ui/Button.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { setTheme, useTheme, type Theme } from './theme.ts'

const themes = { system: ['System', SunMoon], light: ['Light', Sun], dark: ['Dark', Moon] } as const

/** Sets the theme: light, dark, or that of the system. */
export function ThemeMenu() {
  const theme = useTheme()
  const [, Icon] = themes[theme]
  return (
    <Menu
      trigger={
        <IconButton label="Theme">
          <Icon aria-hidden className="size-4.5" />
        </IconButton>
      }
    >
      {(Object.keys(themes) as Theme[]).map((each) => {
        const [label, EachIcon] = themes[each]
        return (
          <MenuItem key={each} icon={<EachIcon aria-hidden />} onSelect={() => setTheme(each)}>
            <span className="flex items-center gap-3">
              {label}
              {each === theme && <Check aria-label="selected" className="ms-auto size-4 text-accent" />}
            </span>
          </MenuItem>
        )
      })}
    </Menu>
  )
}
