interface Asked {
  sortBy?: 'timeCreated' | 'displayName'
  sortOrder?: 'ASC' | 'DESC'
}

/** Times come newest first and names from A on, unless asked otherwise. */
export const isDescending = ({ sortBy = 'timeCreated', sortOrder }: Asked): boolean =>
  (sortOrder ?? (sortBy === 'timeCreated' ? 'DESC' : 'ASC')) === 'DESC'
