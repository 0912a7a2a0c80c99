// Sets the remembered theme before the first paint. It blocks on purpose and is a file because the page's policy
// allows no inline script; `src/frame/theme.ts` writes what is read here.
try {
  const theme = localStorage.getItem('gatehouse.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // storage is switched off: the system's theme applies
}
