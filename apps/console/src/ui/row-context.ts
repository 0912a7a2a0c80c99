import { createContext, use } from 'react'

/** True within a table's row: the row takes the focus, so what only explains does not. */
export const InRow = createContext(false)

export const useInRow = () => use(InRow)
