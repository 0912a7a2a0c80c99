const gap = 6
const margin = 8

interface Box {
  left: number
  top: number
  bottom: number
  width: number
}

/** Where a tip of that size goes: below its owner, above where there is no room below, never off the screen. */
export function tipPosition(
  owner: Box,
  size: { width: number; height: number },
  screen: { width: number; height: number },
) {
  const centred = owner.left + owner.width / 2 - size.width / 2
  const below = owner.bottom + gap
  const fits = below + size.height + margin <= screen.height
  return {
    left: Math.max(margin, Math.min(centred, screen.width - size.width - margin)),
    top: fits ? below : Math.max(margin, owner.top - gap - size.height),
  }
}

export function placeTip(tip: HTMLElement, owner: Box) {
  const size = { width: tip.offsetWidth, height: tip.offsetHeight }
  const { left, top } = tipPosition(owner, size, { width: innerWidth, height: innerHeight })
  tip.style.left = `${left}px`
  tip.style.top = `${top}px`
}
