import { createContext, use } from 'react'

/** True within a table row: the row takes the focus, so elements with only a tip do not. */
export const InRow = createContext(false)

export const useInRow = () => use(InRow)
