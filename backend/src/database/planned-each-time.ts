const MARK = '/* planned each time */ ';

/**
 * A statement that is planned for its values each time it is asked: where words or filters are so different in frequency
 * that one plan for all of them would be many times slower than planning is.
 */
export function plannedEachTime(sql: string): string {
  return MARK + sql;
}

export function isPlannedEachTime(sql: string): boolean {
  return sql.startsWith(MARK);
}
